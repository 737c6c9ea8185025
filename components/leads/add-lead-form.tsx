"use client";

import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { useAddedToast } from "./added-toast";

export function AddLeadForm({ action, undo, slug, submit, children }: AddLeadFormProps) {
  const tell = useAddedToast(slug, undo);
  return (
    <ActionForm action={action} onOk={tell} className="mt-4 grid gap-4">
      {children}
      <FormEnd submit={submit} />
    </ActionForm>
  );
}

type AddLeadFormProps = {
  readonly action: FormAction<AddedLead>;
  readonly undo: FormAction<void>;
  readonly slug: string;
  readonly submit: string;
  readonly children: React.ReactNode;
};
