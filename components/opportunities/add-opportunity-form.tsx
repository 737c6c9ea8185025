"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { showToast } from "@/components/ui/toast";
import { type FormAction, IDLE } from "@/lib/domain/action-state";
import type { TransitionId } from "@/lib/domain/ids";
import type { OpenedOpportunity } from "@/lib/domain/opportunities/opened-opportunity";
import { routes } from "@/lib/routes";

/** The form empties itself after each opportunity, and tells of it with the ways on and back. */
export function AddOpportunityForm({ slug, action, undo, children }: AddOpportunityFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const takeBack = (name: string, row: TransitionId) =>
    startTransition(async () => {
      const form = new FormData();
      form.set("id", row);
      const { status } = await undo(IDLE, form);
      showToast(status === "ok" ? t("opportunities.takeBackTold", { n: name }) : t("leads.undoFailed"));
    });
  const tell = ({ id, name, transitionId }: OpenedOpportunity) =>
    showToast(t("opportunities.added", { n: name }), [
      { label: t("common.open"), run: () => router.push(routes.opportunity(slug, id)) },
      ...(transitionId === null ? [] : [{ label: t("common.undo"), run: () => takeBack(name, transitionId) }]),
    ]);
  return (
    <ActionForm action={action} onOk={tell} className="mt-4 grid gap-4">
      {children}
      <FormEnd submit={t("opportunities.add")} />
    </ActionForm>
  );
}

type AddOpportunityFormProps = {
  readonly slug: string;
  readonly action: FormAction<OpenedOpportunity>;
  readonly undo: FormAction<void>;
  readonly children: React.ReactNode;
};
