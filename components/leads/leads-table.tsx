import { cx } from "class-variance-authority";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SelectBox } from "@/components/bulk/select-box";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { Cursor, Page } from "@/lib/domain/keyset";
import { isNarrowed, type LeadsQuery, writeLeadsQuery } from "@/lib/domain/leads/leads-query";
import type { ExcludedAs, LeadKind } from "@/lib/domain/pipeline/kinds";
import { formatFor } from "@/lib/i18n/format";
import { type Query, routes } from "@/lib/routes";

export interface ListedLead {
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly kind: LeadKind | null;
  readonly stage: string | null;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly cameInDay: string | null;
  readonly stageSince: Date | null;
  readonly excludedAs: ExcludedAs | null;
  readonly fault: boolean;
  readonly archivedAt: Date | null;
}

/** The leads of one page: a table on a wide screen, stacked rows on a phone, the same cells in both. */
export function LeadsTable({ slug, query, page, total, timeZone, carried, bulk }: LeadsTableProps) {
  const t = useTranslations();
  if (page.rows.length === 0) return <Nothing slug={slug} query={query} isCounted={carried !== null} />;
  const place = (cursor: Cursor | null, label: string) =>
    cursor ? { href: routes.leads(slug, { ...writeLeadsQuery({ ...query, cursor }), ...carried }), label } : undefined;
  return (
    <div className="group/list grid gap-4">
      <p className="text-muted">{t("leads.shown", { n: total })}</p>
      <table className="block w-full text-left md:table">
        <thead className="hidden md:table-header-group">
          <tr className="border-b border-line">
            {bulk ? <td /> : null}
            {[
              t("leads.name"),
              t("terms.channel"),
              t("terms.stage"),
              t("terms.owner"),
              t("leads.cameIn"),
              t("leads.lastEvent"),
            ].map((label) => (
              <th key={label} scope="col" className="px-3 py-2 align-bottom text-sm font-medium text-muted">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {page.rows.map((lead) => (
            <LeadRow key={lead.id} slug={slug} lead={lead} timeZone={timeZone} canSelect={bulk !== null} />
          ))}
        </tbody>
      </table>
      {bulk}
      <Pagination
        label={t("leads.pages")}
        previous={place(page.previous, t("common.previous"))}
        next={place(page.next, t("common.next"))}
      />
    </div>
  );
}

export type LeadsTableProps = {
  readonly slug: string;
  readonly query: LeadsQuery;
  readonly page: Page<ListedLead>;
  readonly total: number;
  readonly timeZone: string;
  /** The keys of the report whose number stands behind this list; null for a list of its own. */
  readonly carried: Query | null;
  /** What is done to selected rows; null for whoever may not. */
  readonly bulk: React.ReactNode;
};

function LeadRow({
  slug,
  lead,
  timeZone,
  canSelect,
}: {
  readonly slug: string;
  readonly lead: ListedLead;
  readonly timeZone: string;
  readonly canSelect: boolean;
}) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  return (
    <tr
      className={cx(
        "relative grid gap-x-4 gap-y-1 border-b border-grid py-3 last:border-0 md:table-row md:py-0",
        canSelect && "pl-8",
      )}
    >
      {canSelect ? (
        <td className="absolute top-3 left-0 md:static md:table-cell md:px-3 md:py-2.5 md:align-top">
          <SelectBox id={lead.id} name={lead.name ?? t("leads.erasedName")} />
        </td>
      ) : null}
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <Link href={routes.lead(slug, lead.id)} className="link font-medium break-words">
          {lead.name ?? t("leads.erasedName")}
        </Link>
        {lead.company === null ? null : <span className="block text-sm break-words text-muted">{lead.company}</span>}
      </th>
      <Cell label={t("terms.channel")}>{lead.channel ?? t("terms.noChannel")}</Cell>
      <Cell label={t("terms.stage")}>
        <span className="inline-flex flex-wrap gap-1.5">
          <LeadStage lead={lead} />
        </span>
      </Cell>
      <Cell label={t("terms.owner")}>{lead.owner ?? t("terms.nobody")}</Cell>
      <Cell label={t("leads.cameIn")}>{lead.cameInDay ? format.date(lead.cameInDay) : t("leads.undated")}</Cell>
      <Cell label={t("leads.lastEvent")}>
        {lead.stageSince ? format.dateOf(lead.stageSince, timeZone) : t("leads.undated")}
      </Cell>
    </tr>
  );
}

const CELL = "block min-w-0 md:table-cell md:px-3 md:py-2.5 md:align-top";

/** Its heading stands beside it where the table has none. */
function Cell({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <td className={CELL}>
      <span aria-hidden className="text-sm text-muted md:hidden">
        {label}{" "}
      </span>
      {children}
    </td>
  );
}

/** The stage, and what sets the lead apart: why it is held out, a date that does not fit, put away. */
export function LeadStage({
  lead,
}: {
  readonly lead: Pick<ListedLead, "stage" | "kind" | "excludedAs" | "fault" | "archivedAt">;
}) {
  const t = useTranslations("leads");
  const tone =
    lead.kind === "customer" ? "solid" : lead.kind === "open" || lead.kind === "qualified" ? "outline" : "dashed";
  return (
    <>
      {lead.stage === null ? null : <Badge tone={tone}>{lead.stage}</Badge>}
      {lead.excludedAs === null ? null : <Badge tone="dashed">{t(`excludedAs.${lead.excludedAs}`)}</Badge>}
      {lead.fault ? <Badge tone="danger">{t("faultShort")}</Badge> : null}
      {lead.archivedAt === null ? null : <Badge>{t("archivedBadge")}</Badge>}
    </>
  );
}

function Nothing({ slug, query, isCounted }: NothingProps) {
  const t = useTranslations("leads");
  if (isCounted) return <EmptyState title={t("emptyCounted")} />;
  if (!isNarrowed(query)) return <EmptyState title={t("empty")} />;
  const title = query.search === null ? t("emptyFilter") : t("emptySearch", { q: query.search });
  return (
    <EmptyState title={title}>
      <Link href={routes.leads(slug)} className="link">
        {t("clearFilters")}
      </Link>
    </EmptyState>
  );
}

type NothingProps = { readonly slug: string; readonly query: LeadsQuery; readonly isCounted: boolean };
