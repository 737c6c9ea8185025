"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useSyncExternalStore } from "react";
import { QUICK_ADD_ID } from "@/components/shell/new-lead";
import { controlProps, Field } from "@/components/ui/field";
import { useActionForm, useField } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { type FormAction, IDLE } from "@/lib/domain/action-state";
import type { ChannelId } from "@/lib/domain/ids";
import type { ShownQuickAddNames } from "@/lib/domain/leads/quick-add";
import { type Mark, readMarks, withoutMark } from "@/lib/domain/leads/quick-add-marks";
import type { LineDraft } from "./line-draft";
import { QuickAddChips } from "./quick-add-chips";

/** The line with its id, where the key N and «Nytt lead» lead; below it what it is understood as. */
export function QuickAddLine({ draft, names, createChannel, onOpenNext }: QuickAddLineProps) {
  const t = useTranslations("leads");
  const label = t("quickAdd");
  const { error, typed } = useField("line", label, { required: t("nameError") });
  const line = useSyncExternalStore(draft.subscribe, draft.read, () => "");
  const { input, put } = useLine(draft);
  const pressed = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onOpenNext();
    }
    if (event.key !== "Escape" || line === "") return;
    event.preventDefault();
    put("");
    showToast(t("lineCleared"), [{ label: t("lineBack"), run: () => put(line) }]);
  };
  const hint = t("quickAddHint");
  const make = useChannelMaker(createChannel);
  return (
    <>
      <Field id={QUICK_ADD_ID} label={label} hint={hint} error={error}>
        <Input
          {...controlProps(QUICK_ADD_ID, { hint, error })}
          ref={input}
          name="line"
          autoComplete="off"
          enterKeyHint="done"
          maxLength={600}
          defaultValue={typeof typed === "string" ? typed : undefined}
          onInput={({ currentTarget }) => draft.write(currentTarget.value)}
          onKeyDown={pressed}
        />
      </Field>
      <div className="contents [&>ul]:order-last">
        <QuickAddChips
          marks={readMarks(line, names, useLocale())}
          names={names}
          createChannel={make}
          remove={(mark) => {
            put(withoutMark(line, mark));
            input.current?.focus();
          }}
        />
      </div>
    </>
  );
}

type QuickAddLineProps = {
  readonly draft: LineDraft;
  readonly names: ShownQuickAddNames;
  readonly createChannel: FormAction<{ id: ChannelId }> | null;
  readonly onOpenNext: () => void;
};

/** The field of the draft: it gives back what was left, and what was refused unless the next line has been begun. */
function useLine(draft: LineDraft) {
  const { state } = useActionForm();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const line = input.current;
    if (line === null) return;
    if (line.value === "") line.value = draft.read();
    else draft.write(line.value); // typed before the scripts were there
  }, [draft]);
  useEffect(() => {
    const line = input.current;
    if (line === null || state.status !== "refused" || line.value !== "") return;
    line.value = String(state.values.line ?? "");
    draft.write(line.value);
  }, [state, draft]);
  const put = (text: string) => {
    if (input.current) input.current.value = text;
    draft.write(text);
  };
  return { input, put };
}

function useChannelMaker(createChannel: FormAction<{ id: ChannelId }> | null) {
  const t = useTranslations("leads");
  if (createChannel === null) return null;
  return ({ text }: Mark) =>
    startTransition(async () => {
      const form = new FormData();
      form.set("name", text.slice(1).replaceAll("_", " "));
      form.set("aliases", "");
      const { status } = await createChannel(IDLE, form);
      showToast(status === "ok" ? t("channelMade", { n: text.slice(1) }) : t("channelNotMade", { n: text.slice(1) }));
    });
}
