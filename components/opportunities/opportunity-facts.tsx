import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { LeadChoices } from "@/components/leads/lead-choices";
import { ToldForm } from "@/components/leads/told-form";
import { Card, CardTitle } from "@/components/ui/card";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { FormAction } from "@/lib/domain/action-state";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { type ListedOpportunity, OpportunityStage } from "./opportunities-table";
import { type KnownOpportunity, OpportunityFields } from "./opportunity-fields";

export interface ShownOpportunity extends ListedOpportunity, KnownOpportunity {
  readonly campaign: string | null;
  readonly lostReason: string | null;
  readonly version: number;
}

/** What is known of an opportunity, and the form that changes it. */
export function OpportunityFacts({ slug, opportunity, choices, may, action }: OpportunityFactsProps) {
  const t = useTranslations("leads");
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("facts")}</CardTitle>
      <Facts slug={slug} opportunity={opportunity} />
      {may.edit ? (
        <details>
          <summary className="link w-fit cursor-pointer" aria-keyshortcuts="e">
            {t("edit")}
          </summary>
          <ToldForm action={action} told={t("saved")} submit={t("saveEdit")}>
            <input type="hidden" name="id" value={opportunity.id} />
            <input type="hidden" name="version" value={opportunity.version} />
            <OpportunityFields choices={choices} opportunity={opportunity} />
          </ToldForm>
        </details>
      ) : null}
    </Card>
  );
}

type OpportunityFactsProps = {
  readonly slug: string;
  readonly opportunity: ShownOpportunity;
  readonly choices: LeadChoices;
  readonly may: { readonly edit: boolean };
  readonly action: FormAction<void>;
};

function Facts({ slug, opportunity }: Pick<OpportunityFactsProps, "slug" | "opportunity">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { leadId, lead, expectedMinor, currency, openedDay, closedDay, note } = opportunity;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t("leads.stageNow"), <OpportunityStage key="stage" opportunity={opportunity} />],
    [t("opportunities.lostReason"), opportunity.kind === "lost" ? opportunity.lostReason : undefined],
    [
      t("leads.one"),
      leadId === null ? (
        t("terms.noLead")
      ) : (
        <Link key="lead" href={routes.lead(slug, leadId)} className="link">
          {lead ?? t("leads.erasedName")}
        </Link>
      ),
    ],
    [
      t("terms.value"),
      expectedMinor === null || currency === null ? null : format.money({ minor: expectedMinor, currency }),
    ],
    [t("terms.channel"), opportunity.channel ?? t("terms.noChannel")],
    [t("terms.campaign"), opportunity.campaign],
    [t("terms.owner"), opportunity.owner ?? t("terms.nobody")],
    [t("opportunities.openedOn"), openedDay === null ? t("leads.undated") : format.date(openedDay)],
    [t("opportunities.closed"), closedDay === null ? undefined : format.date(closedDay)],
    [t("leads.note"), note === "" ? null : <span className="whitespace-pre-wrap">{note}</span>],
  ];
  return (
    <DefinitionList>
      {facts
        .filter(([, fact]) => fact !== undefined)
        .map(([term, fact]) => (
          <Definition key={term} term={term}>
            {fact ?? t("common.none")}
          </Definition>
        ))}
    </DefinitionList>
  );
}
