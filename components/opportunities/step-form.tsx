"use client";

import { useRef } from "react";
import { ConflictOffer } from "@/components/leads/conflict-offer";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { useStepToast } from "./step-toast";

/** A step of an opportunity on its own page: it folds itself away and says what became of it, with the way back. */
export function StepForm<T extends StepTaken>({ opportunity, action, undo, submit, children }: StepFormProps<T>) {
  const form = useRef<HTMLFormElement>(null);
  const tell = useStepToast(undo);
  const done = (step: StepTaken) => {
    form.current?.closest("details")?.removeAttribute("open");
    tell(opportunity.name ?? "", step);
  };
  return (
    <ActionForm ref={form} action={action} onOk={done} className="mt-3 grid gap-4">
      <input type="hidden" name="id" value={opportunity.id} />
      <input type="hidden" name="version" value={opportunity.version} />
      {children}
      <FormEnd submit={submit} />
      <ConflictOffer />
    </ActionForm>
  );
}

type StepFormProps<T> = {
  readonly opportunity: { readonly id: string; readonly version: number; readonly name: string | null };
  readonly action: FormAction<T>;
  readonly undo: FormAction<void>;
  readonly submit: string;
  readonly children: React.ReactNode;
};
