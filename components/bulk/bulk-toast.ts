"use client";

import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { showToast } from "@/components/ui/toast";
import { IDLE } from "@/lib/domain/action-state";
import type { BulkDone } from "@/lib/domain/bulk";
import type { BulkActions } from "./bulk-form";

/** One line for what came of a change to many records. */
function useBulkSentence(): (done: BulkDone) => string {
  const t = useTranslations();
  return ({ changed, refused }) => {
    const left = refused.map(({ code, n }) =>
      t("bulk.left", { n, why: t(`errors.code.${code}`, { n, by: "nobody", who: "", id: "" }) }),
    );
    return [changed === 0 && left.length === 0 ? t("bulk.none") : t("bulk.done", { changed }), ...left].join(" ");
  };
}

/** Tells it with the way back, as far as the log permits one. */
export function useBulkToast({ change, undo }: BulkActions): (done: BulkDone) => void {
  const t = useTranslations();
  const sentence = useBulkSentence();
  const takeBack = ({ rows, put }: BulkDone) =>
    startTransition(async () => {
      const { status, ...answer } = put
        ? await change(IDLE, formOf("ids", put.ids, put.back))
        : await undo(IDLE, formOf("ids", rows));
      const changed = status === "ok" && "data" in answer ? answer.data.changed : null;
      showToast(changed === null ? t("leads.undoFailed") : t("bulk.undone", { changed }));
    });
  return (done) => {
    const canUndo = done.rows.length > 0 || done.put !== null;
    showToast(sentence(done), canUndo ? [{ label: t("common.undo"), run: () => takeBack(done) }] : []);
  };
}

function formOf(name: string, ids: readonly string[], change?: string): FormData {
  const form = new FormData();
  for (const id of ids) form.append(name, id);
  if (change !== undefined) form.set("change", change);
  return form;
}
