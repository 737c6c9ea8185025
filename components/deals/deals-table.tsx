import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
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

export function DealsTable({ slug, query, page, total, voidDeal }: DealsTableProps) {
  const t = useTranslations();
  if (page.rows.length === 0) return <Nothing slug={slug} query={query} />;
  const place = (cursor: Cursor | null, label: string) =>
    cursor ? { href: routes.deals(slug, writeDealsQuery({ ...query, cursor })), label } : undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-muted">{t("deals.shown", { n: total })}</p>
      <Table label={t("deals.title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("deals.signedOn")}</TableHead>
            <TableHead>{t("deals.customer")}</TableHead>
            <TableHead numeric>{t("terms.amount")}</TableHead>
            <TableHead>{t("deals.kind")}</TableHead>
            <TableHead>{t("terms.channel")}</TableHead>
            <TableHead>{t("terms.owner")}</TableHead>
            {voidDeal ? <TableHead>{t("deals.actions")}</TableHead> : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {page.rows.map((deal) => (
            <Row key={deal.id} slug={slug} deal={deal} voidDeal={voidDeal} />
          ))}
        </TableBody>
      </Table>
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
    <TableRow>
      <TableCell>{deal.signedOn === null ? t("leads.undated") : format.date(deal.signedOn)}</TableCell>
      <TableHead scope="row" className="font-normal text-fg">
        <Customer slug={slug} deal={deal} name={name} />
      </TableHead>
      <TableCell numeric>
        <Amount deal={deal} />
      </TableCell>
      <TableCell>
        {t(`kinds.deal.${deal.kind}`)}
        {deal.termMonths === null ? null : (
          <span className="block text-sm text-muted">{t("leads.months", { n: deal.termMonths })}</span>
        )}
      </TableCell>
      <TableCell>{deal.channel ?? t("terms.noChannel")}</TableCell>
      <TableCell>{deal.owner ?? t("terms.nobody")}</TableCell>
      {voidDeal ? (
        <TableCell>{deal.voidedAt === null ? <VoidForm deal={deal} name={name} action={voidDeal} /> : null}</TableCell>
      ) : null}
    </TableRow>
  );
}

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
      {company === null ? null : <span className="w-full text-sm break-words text-muted">{company}</span>}
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
