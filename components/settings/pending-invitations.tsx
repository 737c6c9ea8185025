import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";
import type { Role } from "@/lib/domain/permissions";
import { formatFor } from "@/lib/i18n/format";

/** Who has been asked and has not answered. Their links are not here: nobody else holds them. */
export function PendingInvitations({ invitations, timeZone, revoke }: PendingInvitationsProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  if (invitations.length === 0) return null;
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("members.pending")}</CardTitle>
      <ul className="grid gap-3">
        {invitations.map(({ id, email, role, by, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1">
              <span className="break-all">{email}</span>
              <span className="block text-sm text-muted">
                {t("members.invitedBy", { who: by, date: format.dateOf(expiresAt, timeZone) })}
              </span>
            </span>
            <Badge tone="dashed">{t(`roles.${role}.name`)}</Badge>
            {revoke === null ? null : (
              <ActionForm action={revoke}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton tone="ghost" size="sm" aria-label={t("members.revokeOf", { email })}>
                  {t("members.revoke")}
                </SubmitButton>
                <ErrorSummary />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type PendingInvitationsProps = {
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly role: Role;
    readonly by: string;
    readonly expiresAt: Date;
  }[];
  readonly timeZone: string;
  readonly revoke: FormAction<void> | null;
};
