import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealSums } from "@/components/deals/deal-sums";
import { DealsFilters } from "@/components/deals/deals-filters";
import { DealsTable } from "@/components/deals/deals-table";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { writeDealsQuery } from "@/lib/domain/deals/deals-query";
import { voidDealAction } from "./actions";
import { loadDeals } from "./load-deals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ params, searchParams }: PageProps<"/t/[team]/deals">) {
  const { team } = await params;
  const asked = await searchParams;
  const { sums, mayVoid, canExport, ...list } = await openTeam(team, "deal:read", (ctx) => loadDeals(ctx, asked));
  const t = await getTranslations("deals");
  return (
    <>
      <PageHeader title={t("title")}>
        {canExport ? <ExportLink slug={team} dataset="deals" query={writeDealsQuery(list.query)} /> : null}
      </PageHeader>
      <DealSums sums={sums} />
      <DealsFilters slug={team} query={list.query} />
      <DealsTable slug={team} {...list} voidDeal={mayVoid ? voidDealAction.bind(null, team) : null} />
    </>
  );
}
