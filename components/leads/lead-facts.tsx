import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { FormAction } from "@/lib/domain/action-state";
import { formatFor } from "@/lib/i18n/format";
import type { LeadChoices } from "./lead-choices";
import { type KnownLead, LeadFields } from "./lead-fields";
import { LeadStage, type ListedLead } from "./leads-table";
import { ToldForm } from "./told-form";

export interface ShownLead extends ListedLead, KnownLead {
  readonly stageId: string | null;
  readonly campaign: string | null;
  readonly qualifiedDay: string | null;
  readonly decidedDay: string | null;
  readonly version: number;
}

/** What is known of a lead, and the form that changes it. */
export function LeadFacts({ lead, choices, may, action }: LeadFactsProps) {
  const t = useTranslations("leads");
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("facts")}</CardTitle>
      <Facts lead={lead} />
      {may.edit ? (
        <details>
          <summary className="link w-fit cursor-pointer" aria-keyshortcuts="e">
            {t("edit")}
          </summary>
          <ToldForm action={action} told={t("saved")} submit={t("saveEdit")}>
            <input type="hidden" name="id" value={lead.id} />
            <input type="hidden" name="version" value={lead.version} />
            <LeadFields choices={choices} lead={lead} />
          </ToldForm>
        </details>
      ) : null}
    </Card>
  );
}

type LeadFactsProps = {
  readonly slug: string;
  readonly lead: ShownLead;
  readonly choices: LeadChoices;
  readonly may: { readonly edit: boolean };
  readonly action: FormAction<void>;
};

function Facts({ lead }: { readonly lead: ShownLead }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { expectedMinor, currency } = lead;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t("leads.stageNow"), <LeadStage key="stage" lead={lead} />],
    [t("leads.company"), lead.company],
    [t("leads.email"), lead.email],
    [t("leads.phone"), lead.phone],
    [t("terms.channel"), lead.channel ?? t("terms.noChannel")],
    [t("terms.campaign"), lead.campaign],
    [t("terms.owner"), lead.owner ?? t("terms.nobody")],
    [
      t("terms.value"),
      expectedMinor === null || currency === null ? null : format.money({ minor: expectedMinor, currency }),
    ],
    [t("leads.cameIn"), lead.cameInDay === null ? t("leads.undated") : format.date(lead.cameInDay)],
    [t("leads.note"), lead.note === "" ? null : <span className="whitespace-pre-wrap">{lead.note}</span>],
  ];
  return (
    <DefinitionList>
      {facts.map(([term, fact]) => (
        <Definition key={term} term={term}>
          {fact ?? t("common.none")}
        </Definition>
      ))}
    </DefinitionList>
  );
}
