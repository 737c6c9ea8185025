"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { showToast } from "@/components/ui/toast";
import { type FormAction, IDLE } from "@/lib/domain/action-state";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { routes } from "@/lib/routes";

/** Tells that a lead came in, with the ways on and back; then what may be wrong with it. */
export function useAddedToast(slug: string, undo: FormAction<void>): (added: AddedLead) => void {
  const t = useTranslations();
  const router = useRouter();
  const open = (id: string) => () => router.push(routes.lead(slug, id));
  const takeBack = ({ name, transitionId }: AddedLead) =>
    startTransition(async () => {
      const form = new FormData();
      form.set("id", transitionId);
      const { status } = await undo(IDLE, form);
      showToast(status === "ok" ? t("leads.addUndone", { n: name }) : t("leads.undoFailed"));
    });

  return (added) => {
    showToast(t("leads.added", { n: added.name }), [
      { label: t("common.open"), run: open(added.id) },
      { label: t("common.undo"), run: () => takeBack(added) },
    ]);
    const { duplicate, unknown } = added;
    if (unknown.length > 0) showToast(t("leads.unknownMarks", { marks: unknown.join(" ") }));
    if (duplicate === null) return;
    const text =
      duplicate.by === "name"
        ? t("leads.duplicateName", { n: duplicate.name ?? "" })
        : t("leads.duplicate", { e: duplicate.email ?? "" });
    showToast(text, [
      { label: t("leads.duplicateOpen"), run: open(duplicate.id) },
      { label: t("leads.duplicateKeep"), run: () => undefined },
    ]);
  };
}
