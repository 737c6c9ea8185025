"use client";

import { useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { showToast } from "@/components/ui/toast";
import type { FormAction } from "@/lib/domain/action-state";
import { ConflictOffer } from "./conflict-offer";

/** A form that folds itself away once it is done, and says so in a toast. */
export function ToldForm<T>({ action, told, submit, children }: ToldFormProps<T>) {
  const form = useRef<HTMLFormElement>(null);
  const tell = () => {
    form.current?.closest("details")?.removeAttribute("open");
    showToast(told);
  };
  return (
    <ActionForm ref={form} action={action} onOk={tell} className="mt-3 grid gap-4">
      {children}
      <FormEnd submit={submit} />
      <ConflictOffer />
    </ActionForm>
  );
}

type ToldFormProps<T> = {
  readonly action: FormAction<T>;
  readonly told: string;
  readonly submit: string;
  readonly children: React.ReactNode;
};
