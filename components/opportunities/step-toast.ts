"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition } from "react";
import { showToast } from "@/components/ui/toast";
import { type FormAction, IDLE } from "@/lib/domain/action-state";
import type { StepRow, StepTaken } from "@/lib/domain/opportunities/step-taken";
import { formatFor } from "@/lib/i18n/format";

/** Tells what became of an opportunity, with the way back. */
export function useStepToast(undo: FormAction<void>): (name: string, step: StepTaken) => void {
  const t = useTranslations();
  const sentence = useSentence();
  const takeBack = (name: string, { id, from }: StepRow) =>
    startTransition(async () => {
      const form = new FormData();
      form.set("id", id);
      const { status } = await undo(IDLE, form);
      showToast(status === "ok" ? t("opportunities.undone", { n: name, a: from }) : t("leads.undoFailed"));
    });

  return (name, step) => {
    const { row } = step;
    if (row === null) return;
    showToast(sentence(name, step, row), [{ label: t("common.undo"), run: () => takeBack(name, row) }]);
  };
}

function useSentence() {
  const t = useTranslations("opportunities");
  const format = formatFor(useLocale());
  return (n: string, step: StepTaken, { from }: StepRow): string => {
    switch (step.kind) {
      case "moved":
        return t("moved", { n, a: from, b: step.to });
      case "won":
        return step.amount === null ? t("wonNoAmount", { n }) : t("won", { n, amount: format.money(step.amount) });
      case "lost":
        return t("lost", { n, r: step.reason });
    }
  };
}
