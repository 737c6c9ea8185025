import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { FormAction } from "@/lib/domain/action-state";
import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";
import { type DealsQuery, isNarrowed, writeDealsQuery } from "@/lib/domain/deals/deals-query";
import type { Cursor, Page } from "@/lib/domain/keyset";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { VoidForm } from "./void-form";

export interface ListedDeal {
  readonly id: string;
  readonly version: number;
  readonly opportunityId: string | null;
  readonly opportunity: string | null;
  readonly leadId: string | null;
  readonly lead: string | null;
  readonly company: string | null;
  readonly kind: DealKind;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly termMonths: number | null;
  readonly signedOn: string | null;
  readonly voidedAt: Date | null;
  readonly channel: string | null;
  readonly owner: string | null;
}

/** The deals of one page: a table on a wide screen, stacked rows on a phone, the same cells in both. */
export function DealsTable({ slug, query, page, total, voidDeal }: DealsTableProps) {
  const t = useTranslations();
  if (page.rows.length === 0) return <Nothing slug={slug} query={query} />;
  const place = (cursor: Cursor | null, label: string) =>
    cursor ? { href: routes.deals(slug, writeDealsQuery({ ...query, cursor })), label } : undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-muted">{t("deals.shown", { n: total })}</p>
      <table className="block w-full text-left md:table">
        <thead className="hidden md:table-header-group">
          <tr className="border-b border-line">
            {[
              t("deals.signedOn"),
              t("deals.customer"),
              t("terms.amount"),
              t("deals.kind"),
              t("terms.channel"),
              t("terms.owner"),
            ].map((label) => (
              <th key={label} scope="col" className={HEAD}>
                {label}
              </th>
            ))}
            {voidDeal ? (
              <th scope="col" className={HEAD}>
                {t("deals.actions")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {page.rows.map((deal) => (
            <Row key={deal.id} slug={slug} deal={deal} voidDeal={voidDeal} />
          ))}
        </tbody>
      </table>
      <Pagination
        label={t("deals.pages")}
        previous={place(page.previous, t("common.previous"))}
        next={place(page.next, t("common.next"))}
      />
    </div>
  );
}

type DealsTableProps = {
  readonly slug: string;
  readonly query: DealsQuery;
  readonly page: Page<ListedDeal>;
  readonly total: number;
  /** Null for whoever may not. */
  readonly voidDeal: FormAction<void> | null;
};

function Row({ slug, deal, voidDeal }: Pick<DealsTableProps, "slug" | "voidDeal"> & { readonly deal: ListedDeal }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const name = deal.lead ?? deal.opportunity ?? t("leads.erasedName");
  return (
    <tr className="grid gap-x-4 gap-y-1 border-b border-grid py-3 last:border-0 md:table-row md:py-0">
      <Cell label={t("deals.signedOn")}>
        {deal.signedOn === null ? t("leads.undated") : format.date(deal.signedOn)}
      </Cell>
      {/* On a phone the name stands first, as the heading of its row. */}
      <th scope="row" className={`${CELL} -order-1 text-left font-normal`}>
        <Customer slug={slug} deal={deal} name={name} />
      </th>
      <Cell label={t("terms.amount")} numeric>
        <Amount deal={deal} />
      </Cell>
      <Cell label={t("deals.kind")}>
        {t(`kinds.deal.${deal.kind}`)}
        {deal.termMonths === null ? null : (
          <span className="text-sm text-muted md:block"> {t("leads.months", { n: deal.termMonths })}</span>
        )}
      </Cell>
      <Cell label={t("terms.channel")}>{deal.channel ?? t("terms.noChannel")}</Cell>
      <Cell label={t("terms.owner")}>{deal.owner ?? t("terms.nobody")}</Cell>
      {voidDeal ? (
        <td className={CELL}>
          {deal.voidedAt === null ? <VoidForm deal={deal} name={name} action={voidDeal} /> : null}
        </td>
      ) : null}
    </tr>
  );
}

const HEAD = "px-3 py-2 align-bottom text-sm font-medium text-muted [&:nth-child(3)]:text-right";
const CELL = "block min-w-0 md:table-cell md:px-3 md:py-2.5 md:align-top";

/** Its heading stands beside it where the table has none. */
function Cell({ label, numeric = false, children }: CellProps) {
  return (
    <td className={numeric ? `${CELL} md:text-right md:whitespace-nowrap` : CELL}>
      <span aria-hidden className="text-sm text-muted md:hidden">
        {label}{" "}
      </span>
      {children}
    </td>
  );
}

type CellProps = { readonly label: string; readonly numeric?: boolean; readonly children: React.ReactNode };

function Customer({ slug, deal, name }: { readonly slug: string; readonly deal: ListedDeal; readonly name: string }) {
  const t = useTranslations();
  const { leadId, opportunityId, opportunity, company } = deal;
  const href = leadId !== null ? routes.lead(slug, leadId) : opportunityId && routes.opportunity(slug, opportunityId);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {href === null ? (
        name
      ) : (
        <Link href={href} className="link text-base font-medium break-words">
          {name}
        </Link>
      )}
      {opportunityId === null ? <Badge>{t("terms.direct")}</Badge> : null}
      {deal.voidedAt === null ? null : <Badge tone="dashed">{t("leads.voided")}</Badge>}
      {company === null || company === opportunity ? null : (
        <span className="w-full text-sm break-words text-muted">{company}</span>
      )}
      {leadId === null || opportunityId === null ? null : (
        <Link href={routes.opportunity(slug, opportunityId)} className="link w-full text-sm break-words">
          {opportunity ?? t("leads.erasedName")}
        </Link>
      )}
    </span>
  );
}

function Amount({ deal }: { readonly deal: ListedDeal }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { amountMinor, currency, kind, voidedAt } = deal;
  if (amountMinor === null || currency === null) return t("leads.noAmount");
  const amount = format.money({ minor: amountMinor, currency });
  const text = AMOUNT_PER[kind] === "month" ? t("deals.perMonth", { amount }) : amount;
  return voidedAt === null ? text : <s>{text}</s>;
}

function Nothing({ slug, query }: Pick<DealsTableProps, "slug" | "query">) {
  const t = useTranslations();
  if (!isNarrowed(query)) return <EmptyState title={t("deals.empty")} />;
  return (
    <EmptyState title={t("deals.emptyFilter")}>
      <Link href={routes.deals(slug)} className="link">
        {t("leads.clearFilters")}
      </Link>
    </EmptyState>
  );
}
