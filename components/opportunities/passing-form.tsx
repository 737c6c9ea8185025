"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { useRefusalText } from "@/components/ui/refusal-text";
import { showToast } from "@/components/ui/toast";
import { IDLE } from "@/lib/domain/action-state";

/**
 * A form whose place in the page is gone once it is done: a card moves, a row leaves its list. So its answer is told outside
 * of it. Without scripts it is a form like any other.
 */
export function PassingForm<T>({ action, onOk, failed, children, ...props }: PassingFormProps<T>) {
  const t = useTranslations();
  const words = useRefusalText();
  const [isPending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      const state = await action(IDLE, form);
      if (state.status === "ok") return onOk(state.data);
      if (state.status !== "refused") return;
      if (state.code !== "unexpected" && state.code !== "unavailable") return showToast(words(state));
      showToast(failed, [{ label: t("common.retry"), run: () => send(form) }]);
    });
  const submit = (event: React.SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { nativeEvent, currentTarget } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    if (!isPending) send(new FormData(currentTarget, submitter));
  };
  return (
    <ActionForm action={action} onSubmit={submit} aria-busy={isPending} {...props}>
      {children}
    </ActionForm>
  );
}

type PassingFormProps<T> = Omit<React.ComponentProps<typeof ActionForm<T>>, "onOk" | "onSubmit"> & {
  readonly onOk: (data: T) => void;
  /** What is said when it was our fault; it can be tried again. */
  readonly failed: string;
};
