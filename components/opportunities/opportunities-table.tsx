import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SelectBox } from "@/components/bulk/select-box";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Cursor, Page } from "@/lib/domain/keyset";
import {
  isNarrowed,
  type OpportunitiesQuery,
  writeOpportunitiesQuery,
} from "@/lib/domain/opportunities/opportunities-query";
import type { OpportunityKind } from "@/lib/domain/pipeline/kinds";
import { formatFor } from "@/lib/i18n/format";
import { type Query, routes } from "@/lib/routes";

export interface ListedOpportunity {
  readonly id: string;
  readonly name: string | null;
  readonly kind: OpportunityKind | null;
  readonly stageId: string | null;
  readonly stage: string | null;
  readonly leadId: string | null;
  readonly lead: string | null;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly expectedMinor: number | null;
  readonly currency: string | null;
  readonly openedDay: string | null;
  readonly closedDay: string | null;
  readonly fault: boolean;
  readonly archivedAt: Date | null;
}

/** One page of opportunities, won and lost ones too. */
export function OpportunitiesTable({ slug, query, page, total, carried, bulk }: OpportunitiesTableProps) {
  const t = useTranslations();
  const place = (cursor: Cursor | null, label: string) => {
    const keys = { ...writeOpportunitiesQuery({ ...query, layout: "list", cursor }), ...carried };
    return cursor ? { href: routes.opportunities(slug, keys), label } : undefined;
  };
  return (
    <div className="group/list grid gap-4">
      <p className="text-muted">{t("opportunities.shown", { n: total })}</p>
      <Table label={t("opportunities.title")}>
        <TableHeader>
          <TableRow>
            {bulk ? <TableCell /> : null}
            <TableHead>{t("opportunities.name")}</TableHead>
            <TableHead>{t("leads.one")}</TableHead>
            <TableHead>{t("terms.stage")}</TableHead>
            <TableHead numeric>{t("terms.value")}</TableHead>
            <TableHead>{t("terms.channel")}</TableHead>
            <TableHead>{t("terms.owner")}</TableHead>
            <TableHead>{t("opportunities.openedOn")}</TableHead>
            <TableHead>{t("opportunities.closed")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {page.rows.map((one) => (
            <Row key={one.id} slug={slug} opportunity={one} canSelect={bulk !== null} />
          ))}
        </TableBody>
      </Table>
      {bulk}
      <Pagination
        label={t("opportunities.pages")}
        previous={place(page.previous, t("common.previous"))}
        next={place(page.next, t("common.next"))}
      />
    </div>
  );
}

type OpportunitiesTableProps = {
  readonly slug: string;
  readonly query: OpportunitiesQuery;
  readonly page: Page<ListedOpportunity>;
  readonly total: number;
  /** The keys of the report whose number stands behind this list; null for a list of its own. */
  readonly carried: Query | null;
  /** What is done to selected rows; null for whoever may not. */
  readonly bulk: React.ReactNode;
};

function Row({ slug, opportunity, canSelect }: RowProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { id, name, leadId, lead, expectedMinor, currency, openedDay, closedDay } = opportunity;
  return (
    <TableRow>
      {canSelect ? (
        <TableCell>
          <SelectBox id={id} name={name ?? t("leads.erasedName")} />
        </TableCell>
      ) : null}
      <TableHead scope="row" className="font-normal text-fg">
        <Link href={routes.opportunity(slug, id)} className="link text-base font-medium break-words">
          {name ?? t("leads.erasedName")}
        </Link>
      </TableHead>
      <TableCell>
        {leadId === null ? (
          t("terms.noLead")
        ) : (
          <Link href={routes.lead(slug, leadId)} className="link break-words">
            {lead ?? t("leads.erasedName")}
          </Link>
        )}
      </TableCell>
      <TableCell>
        <span className="inline-flex flex-wrap gap-1.5">
          <OpportunityStage opportunity={opportunity} />
        </span>
      </TableCell>
      <TableCell numeric>
        {expectedMinor === null || currency === null
          ? t("common.none")
          : format.money({ minor: expectedMinor, currency })}
      </TableCell>
      <TableCell>{opportunity.channel ?? t("terms.noChannel")}</TableCell>
      <TableCell>{opportunity.owner ?? t("terms.nobody")}</TableCell>
      <TableCell>{openedDay === null ? t("leads.undated") : format.date(openedDay)}</TableCell>
      <TableCell>{closedDay === null ? t("common.none") : format.date(closedDay)}</TableCell>
    </TableRow>
  );
}

type RowProps = { readonly slug: string; readonly opportunity: ListedOpportunity; readonly canSelect: boolean };

/** The stage, and what sets the opportunity apart. */
export function OpportunityStage({ opportunity }: { readonly opportunity: StageShown }) {
  const t = useTranslations("leads");
  const { stage, kind, fault, archivedAt } = opportunity;
  const tone = kind === "won" ? "solid" : kind === "open" ? "outline" : "dashed";
  return (
    <>
      {stage === null ? null : <Badge tone={tone}>{stage}</Badge>}
      {fault ? <Badge tone="danger">{t("faultShort")}</Badge> : null}
      {archivedAt === null ? null : <Badge>{t("archivedBadge")}</Badge>}
    </>
  );
}

type StageShown = Pick<ListedOpportunity, "stage" | "kind" | "fault" | "archivedAt">;

export function NoOpportunities({ slug, query, isCounted }: NoOpportunitiesProps) {
  const t = useTranslations();
  if (isCounted) return <EmptyState title={t("opportunities.emptyCounted")} />;
  if (!isNarrowed(query)) return <EmptyState title={t("opportunities.empty")} />;
  const { search, layout } = query;
  const title = search === null ? t("opportunities.emptyFilter") : t("leads.emptySearch", { q: search });
  return (
    <EmptyState title={title}>
      <Link href={routes.opportunities(slug, { layout: layout === "board" ? undefined : layout })} className="link">
        {t("leads.clearFilters")}
      </Link>
    </EmptyState>
  );
}

type NoOpportunitiesProps = { readonly slug: string; readonly query: OpportunitiesQuery; readonly isCounted: boolean };
