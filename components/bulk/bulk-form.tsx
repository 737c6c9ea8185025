"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useActionForm } from "@/components/ui/form-context";
import { SelectField } from "@/components/ui/select-field";
import type { SelectOption } from "@/components/ui/select";
import { useRefusalText } from "@/components/ui/refusal-text";
import type { FormAction } from "@/lib/domain/action-state";
import type { BulkChange, BulkDone } from "@/lib/domain/bulk";
import { SelectedCount } from "./selected-count";
import { BULK_FORM_ID } from "./select-box";
import { useBulkToast } from "./bulk-toast";

export interface BulkActions {
  readonly change: FormAction<BulkDone>;
  readonly undo: FormAction<BulkDone>;
}

/** What can be done to the selected rows. It shows itself while something is selected, by style alone. */
export function BulkForm({ actions, stages, owners, channels, reasons, isArchive }: BulkFormProps) {
  const t = useTranslations("bulk");
  const form = useRef<HTMLFormElement>(null);
  const toast = useBulkToast(actions);
  const done = (result: BulkDone) => {
    for (const box of boxesOf(form.current)) box.checked = false;
    toast(result);
  };
  return (
    <ActionForm
      ref={form}
      id={BULK_FORM_ID}
      action={actions.change}
      onOk={done}
      onReset={(event) => event.preventDefault()} // after a refusal the selection still stands
      aria-label={t("title")}
      className="sticky bottom-20 z-10 md:bottom-4"
      data-print="hide"
    >
      <Result />
      <input type="hidden" name="change" value="stage" />
      <div className="hidden max-h-[40dvh] flex-wrap overflow-y-auto md:max-h-none items-end gap-x-4 gap-y-2 rounded-card border border-edge bg-card p-3 shadow-raised group-has-[[name=ids]:checked]/list:flex">
        <SelectedCount boxes={() => boxesOf(form.current)} />
        <Choice name="stageId" label={t("stage")} options={[{ value: "", label: t("chooseStage") }, ...stages]}>
          <Do change="stage">{t("move")}</Do>
        </Choice>
        <Choice name="ownerId" label={t("owner")} options={owners}>
          <Do change="owner">{t("set")}</Do>
        </Choice>
        <Choice name="channelId" label={t("channel")} options={channels}>
          <Do change="channel">{t("set")}</Do>
        </Choice>
        {reasons === null ? null : (
          <Choice name="excludedAs" label={t("why")} options={reasons}>
            <Do change="exclude">{t("exclude")}</Do>
          </Choice>
        )}
        <Do change={isArchive ? "unarchive" : "archive"}>{isArchive ? t("unarchive") : t("archive")}</Do>
      </div>
    </ActionForm>
  );
}

type BulkFormProps = {
  readonly actions: BulkActions;
  readonly stages: readonly SelectOption[];
  readonly owners: readonly SelectOption[];
  readonly channels: readonly SelectOption[];
  /** Why a lead is held out; null where nothing can be. */
  readonly reasons: readonly SelectOption[] | null;
  /** Whether the list shows those put away. */
  readonly isArchive: boolean;
};

function Choice({ name, label, options, children }: ChoiceProps) {
  const t = useTranslations("bulk");
  return (
    <div className="flex items-end gap-1.5">
      <SelectField
        name={name}
        label={label}
        options={options}
        defaultValue=""
        messages={{ choice: t("stageError") }}
        className="max-w-44"
      />
      {children}
    </div>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly children: React.ReactNode;
};

function Do({ change, children }: { readonly change: BulkChange; readonly children: React.ReactNode }) {
  const { isPending } = useActionForm();
  return (
    <Button type="submit" name="change" value={change} aria-disabled={isPending || undefined}>
      {children}
    </Button>
  );
}

/** What came of it where no toast tells it: without scripts, and of a refusal. */
function Result() {
  const t = useTranslations("bulk");
  const words = useRefusalText();
  const { state } = useActionForm();
  if (state.status === "idle") return null;
  const isNone = state.status === "refused" && state.fields.ids !== undefined;
  if (state.status === "ok") return <noscript>{t("changed")}</noscript>;
  return (
    <p role="alert" className="mb-2 w-fit rounded-control border border-line bg-card px-3 py-1.5 empty:hidden">
      {isNone ? t("idsError") : words(state)}
    </p>
  );
}

function boxesOf(form: HTMLFormElement | null): readonly HTMLInputElement[] {
  const elements = form === null ? [] : Array.from(form.elements);
  return elements.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === "ids");
}
