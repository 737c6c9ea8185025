import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";
import { formatFor } from "@/lib/i18n/format";

/** What an owner has deleted and can still bring back. */
export function DeletedTeams({ teams, restore }: DeletedTeamsProps) {
  const t = useTranslations("deleteTeam");
  const format = formatFor(useLocale());
  if (teams.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("deleted")}</CardTitle>
      <p className="text-muted">{t("deletedLead")}</p>
      <ul className="grid gap-3">
        {teams.map(({ id, name, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
            <span className="grid">
              <bdi>{name}</bdi>
              <span className="text-sm text-muted">{t("until", { t: format.dateOf(until, "UTC") })}</span>
            </span>
            <ActionForm action={restore} className="grid gap-2">
              <input type="hidden" name="team" value={id} />
              <SubmitButton tone="secondary" size="sm">
                {t("restore")}
              </SubmitButton>
              <ErrorSummary />
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type DeletedTeamsProps = {
  readonly teams: readonly { readonly id: string; readonly name: string; readonly until: Date }[];
  readonly restore: FormAction<void>;
};
