import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { deals, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { type CountingQuery, opportunitiesCounted } from "./counted";
import { groupKey } from "./group-key";
import { opportunityTallies } from "./opportunity-tallies";

/** Deals alike in all but their amounts, which are monthly for some kinds. */
export interface WonSum {
  readonly key: string | null;
  readonly kind: DealKind;
  readonly termMonths: number | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly deals: number;
}

/** What the live deals of the won opportunities of a report come to; those of which no amount is known are in none. */
export async function sumWonAmounts(db: TeamDb, query: CountingQuery, by: Grouping): Promise<readonly WonSum[]> {
  const day = opportunityTallies(db, query)["opportunityConversionRate.hits"]?.day ?? null;
  const key = groupKey(opportunities, by, day);
  const currency = sql<string>`${deals.currency}`;
  return db.tx
    .select({
      ...{ key, currency, kind: deals.kind, termMonths: deals.termMonths },
      amountMinor: sql<number>`sum(${deals.amountMinor})`.mapWith(Number),
      deals: sql<number>`count(*)`.mapWith(Number),
    })
    .from(deals)
    .innerJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .where(
      db.where(
        deals,
        and(
          ...[isNull(deals.voidedAt), isNotNull(deals.currency)],
          opportunitiesCounted(db, "opportunityConversionRate.hits", query),
        ),
      ),
    )
    .groupBy(key, currency, deals.kind, deals.termMonths);
}
