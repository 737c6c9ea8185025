"use client";

import { useTranslations } from "next-intl";
import { QUICK_ADD_ID } from "@/components/shell/new-lead";
import { ActionForm } from "@/components/ui/action-form";
import { controlProps, Field } from "@/components/ui/field";
import { useActionForm, useField } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { useRefusalText } from "@/components/ui/refusal-text";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SelectOption } from "@/components/ui/select";
import type { FormAction } from "@/lib/domain/action-state";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { useAddedToast } from "./added-toast";

/** One line and Enter. The form empties itself after each lead, and the focus stays where it was. */
export function QuickAdd({ action, undo, slug, channels, channelLabel, children }: QuickAddProps) {
  const t = useTranslations("leads");
  const tell = useAddedToast(slug, undo);
  return (
    <ActionForm
      action={action}
      onOk={tell}
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_auto]"
    >
      {children}
      <Line />
      <SelectField name="channelId" label={channelLabel} options={channels} defaultValue="" />
      <SubmitButton>{t("add")}</SubmitButton>
      <Refusal />
    </ActionForm>
  );
}

type QuickAddProps = {
  readonly action: FormAction<AddedLead>;
  readonly undo: FormAction<void>;
  readonly slug: string;
  readonly channels: readonly SelectOption[];
  readonly channelLabel: string;
  readonly children: React.ReactNode;
};

/** A field of its own, for its id: the key N and «Nytt lead» lead here. */
function Line() {
  const t = useTranslations("leads");
  const label = t("quickAdd");
  const { error, typed } = useField("line", label, { required: t("nameError") });
  const hint = t("quickAddHint");
  return (
    <Field id={QUICK_ADD_ID} label={label} hint={hint} error={error}>
      <Input
        {...controlProps(QUICK_ADD_ID, { hint, error })}
        name="line"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={600}
        defaultValue={typeof typed === "string" ? typed : undefined}
      />
    </Field>
  );
}

/** What stands at no field of this form. */
function Refusal() {
  const words = useRefusalText();
  const { state } = useActionForm();
  const isTold = state.status !== "refused" || state.fields.line !== undefined || state.fields.channelId !== undefined;
  return (
    <p role="alert" className="text-danger empty:hidden sm:col-span-3">
      {isTold ? null : words(state)}
    </p>
  );
}
