import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/settings/disclosure";
import { SeenRow } from "@/components/settings/seen-row";
import { ActionForm } from "@/components/ui/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormEnd } from "@/components/ui/form-end";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";
import { GivenOut } from "./given-out";
import type { GivenLink } from "./link-shown";
import type { ListedLink } from "./link-list";
import { ProtectionFields } from "./protection-fields";

/** What can be done with an open link. What cannot be undone stands behind its own words. */
export function LinkActions({ link, actions }: LinkActionsProps) {
  const t = useTranslations();
  const { id, version, name } = link;
  return (
    <div className="grid gap-3">
      <ActionForm action={actions.copy} className="grid gap-3">
        <SeenRow id={id} version={version} />
        <SubmitButton tone="secondary" size="sm" className="w-fit" aria-label={t("links.showOf", { name })}>
          {t("links.show")}
        </SubmitButton>
        <ErrorSummary />
        <GivenOut />
      </ActionForm>
      {link.mode === "live" ? (
        <ActionForm action={actions.refresh}>
          <SeenRow id={id} version={version} />
          <SubmitButton tone="secondary" size="sm" className="w-fit" aria-label={t("links.refreshOf", { name })}>
            {t("sharing.refresh")}
          </SubmitButton>
          <ErrorSummary />
        </ActionForm>
      ) : null}
      <Disclosure summary={t("links.changeOf", { name })}>
        <ActionForm action={actions.changePassword} className="grid gap-3">
          <SeenRow id={id} version={version} />
          <ProtectionFields defaultValue={link.hasPassword ? "generated" : "none"} />
          <FormEnd submit={t("links.changePassword")} okMessage={t("links.passwordChanged")} tone="secondary" />
          <GivenOut />
        </ActionForm>
        <ActionForm action={actions.rotate} className="grid gap-3 border-t border-line pt-4">
          <SeenRow id={id} version={version} />
          <p className="text-sm text-muted">{t("links.rotateLead")}</p>
          <FormEnd submit={t("links.rotate")} tone="secondary" />
        </ActionForm>
        <ActionForm action={actions.revoke} className="grid gap-3 border-t border-line pt-4">
          <input type="hidden" name="id" value={id} />
          <p className="text-sm text-muted">{t("sharing.revokeQuestion")}</p>
          <FormEnd submit={t("sharing.revoke")} tone="danger" />
        </ActionForm>
      </Disclosure>
    </div>
  );
}

export interface LinkActionsProps {
  readonly link: ListedLink;
  readonly actions: Readonly<Record<"refresh" | "rotate" | "revoke", FormAction<void>>> & {
    readonly copy: FormAction<Omit<GivenLink, "password">>;
    readonly changePassword: FormAction<Pick<GivenLink, "password">>;
  };
}
