import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";
import type { OpportunityKind } from "@/lib/domain/pipeline/kinds";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

/** The opportunities that were made of a lead, and the deals with it. */
export function LeadDealings({ slug, opportunities, deals }: LeadDealingsProps) {
  const t = useTranslations("leads");
  return (
    <Card className="grid gap-5">
      <section className="grid gap-2">
        <CardTitle>{t("opportunitiesOf")}</CardTitle>
        {opportunities.length === 0 ? <p className="text-muted">{t("noOpportunities")}</p> : null}
        <ul className="grid gap-2">
          {opportunities.map((one) => (
            <OpportunityLine key={one.id} slug={slug} opportunity={one} />
          ))}
        </ul>
      </section>
      <section className="grid gap-2">
        <CardTitle>{t("dealsOf")}</CardTitle>
        {deals.length === 0 ? <p className="text-muted">{t("noDeals")}</p> : null}
        <ul className="grid gap-2">
          {deals.map((deal) => (
            <DealLine key={deal.id} slug={slug} deal={deal} />
          ))}
        </ul>
      </section>
    </Card>
  );
}

type LeadDealingsProps = {
  readonly slug: string;
  readonly opportunities: readonly OpportunityOfLead[];
  readonly deals: readonly DealOfLead[];
};

interface OpportunityOfLead {
  readonly id: string;
  readonly name: string | null;
  readonly kind: OpportunityKind | null;
  readonly stage: string;
  readonly openedDay: string | null;
  readonly expectedMinor: number | null;
  readonly currency: string | null;
}

export interface DealOfLead {
  readonly id: string;
  readonly opportunityId: string | null;
  readonly kind: DealKind;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly termMonths: number | null;
  readonly signedOn: string | null;
  readonly voidedAt: Date | null;
}

function OpportunityLine({ slug, opportunity }: { readonly slug: string; readonly opportunity: OpportunityOfLead }) {
  const t = useTranslations("leads");
  const format = formatFor(useLocale());
  const { id, name, kind, stage, openedDay, expectedMinor, currency } = opportunity;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href={routes.opportunity(slug, id)} className="link font-medium">
        {name ?? t("erasedName")}
      </Link>
      <Badge tone={kind === "won" ? "solid" : kind === "open" ? "outline" : "dashed"}>{stage}</Badge>
      {expectedMinor === null || currency === null ? null : (
        <span>{format.money({ minor: expectedMinor, currency })}</span>
      )}
      <span className="text-muted">{openedDay === null ? t("undated") : format.date(openedDay)}</span>
    </li>
  );
}

export function DealLine({ slug, deal }: { readonly slug: string; readonly deal: DealOfLead }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { amountMinor, currency, signedOn, termMonths } = deal;
  const amount =
    amountMinor === null || currency === null ? t("leads.noAmount") : format.money({ minor: amountMinor, currency });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href={routes.deals(slug)} className={deal.voidedAt === null ? "link font-medium" : "link line-through"}>
        {AMOUNT_PER[deal.kind] === "month" && amountMinor !== null ? t("leads.perMonth", { amount }) : amount}
      </Link>
      <span>{t(`kinds.deal.${deal.kind}`)}</span>
      {termMonths === null ? null : <span>{t("leads.months", { n: termMonths })}</span>}
      <span className="text-muted">{signedOn === null ? t("leads.undated") : format.date(signedOn)}</span>
      {deal.opportunityId === null ? <Badge>{t("leads.directDeal")}</Badge> : null}
      {deal.voidedAt === null ? null : <Badge tone="dashed">{t("leads.voided")}</Badge>}
    </li>
  );
}
