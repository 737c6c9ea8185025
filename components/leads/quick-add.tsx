"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useActionForm } from "@/components/ui/form-context";
import { useRefusalText } from "@/components/ui/refusal-text";
import { SelectField } from "@/components/ui/select-field";
import type { SelectOption } from "@/components/ui/select";
import type { FormAction } from "@/lib/domain/action-state";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import type { ChannelId } from "@/lib/domain/ids";
import type { ShownQuickAddNames } from "@/lib/domain/leads/quick-add";
import { routes } from "@/lib/routes";
import { useAddedToast } from "./added-toast";
import { lineDraft } from "./line-draft";
import { QuickAddLine } from "./quick-add-line";

/** One line and Enter. The line is empty at once, and the focus stays in it. Ctrl or ⌘ and Enter opens what was added. */
export function QuickAdd({
  action,
  createChannel,
  undo,
  slug,
  names,
  channels,
  channelLabel,
  children,
}: QuickAddProps) {
  const t = useTranslations();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft] = useState(() => lineDraft(`quick-add ${slug}`));
  const tell = useAddedToast(slug, undo);
  const opensNext = useRef(false);
  const done = (added: AddedLead) => {
    if (opensNext.current) router.push(routes.lead(slug, added.id));
    opensNext.current = false;
    tell(added);
  };
  return (
    <ActionForm
      ref={form}
      action={action}
      onOk={done}
      // React would empty the form once the answer is there, and with it the next line, which is being typed by then.
      onReset={(event) => event.preventDefault()}
      onSubmit={({ currentTarget }) => queueMicrotask(() => emptyLine(currentTarget, draft.write))}
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_auto]"
    >
      {children}
      <QuickAddLine
        draft={draft}
        names={names}
        createChannel={createChannel}
        onOpenNext={() => {
          opensNext.current = true;
          form.current?.requestSubmit();
        }}
      />
      <SelectField name="channelId" label={channelLabel} options={channels} defaultValue="" />
      {/* Not held back while one is on its way: the next line may be sent already. */}
      <Button type="submit" tone="primary">
        {t("leads.add")}
      </Button>
      <Refusal />
    </ActionForm>
  );
}

type QuickAddProps = {
  readonly action: FormAction<AddedLead>;
  /** Null for whoever may not. */
  readonly createChannel: FormAction<{ id: ChannelId }> | null;
  readonly undo: FormAction<void>;
  readonly slug: string;
  readonly names: ShownQuickAddNames;
  readonly channels: readonly SelectOption[];
  readonly channelLabel: string;
  readonly children: React.ReactNode;
};

/** After the form's data have been taken. */
function emptyLine(form: HTMLFormElement, write: (line: string) => void) {
  for (const name of ["line", "channelId"]) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = "";
  }
  write("");
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
