import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { deals, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { countedOf, type CountingQuery } from "./counted";
import { factsOf } from "./facts";
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
  const tally = opportunityTallies(query)["opportunityConversionRate.hits"];
  const key = groupKey(opportunities, by, tally?.day ?? null);
  const currency = sql<string>`${deals.currency}`;
  const isWon = countedOf(db, opportunities, query, tally);
  return factsOf(db, query.past)
    .select({
      key,
      currency,
      kind: deals.kind,
      termMonths: deals.termMonths,
      amountMinor: sql<number>`sum(${deals.amountMinor})`.mapWith(Number),
      deals: sql<number>`count(*)`.mapWith(Number),
    })
    .from(deals)
    .innerJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .where(db.where(deals, and(isLive(query), isNotNull(deals.currency), isWon)))
    .groupBy(key, currency, deals.kind, deals.termMonths);
}

/** A won opportunity's deal. In the past it is the one that its last win by then had made. */
function isLive({ past }: CountingQuery): SQL {
  if (past === undefined) return isNull(deals.voidedAt);
  return sql`(select count(*) from deals made where made.team_id = ${deals.teamId}
    and made.opportunity_id = ${deals.opportunityId} and made.id <= ${deals.id}) = ${opportunities}.wins`;
}
