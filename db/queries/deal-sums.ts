import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { deals, leads, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { DealSum, LeadDealSum } from "@/lib/domain/metrics/money";
import { asked, countedOf, type CountingQuery } from "./counted";
import { factsOf } from "./facts";
import { leadTallies } from "./lead-tallies";

/** What was signed in the period, whoever came in when: the deals of a report's channels, campaigns and owners. */
export async function sumSigned(db: TeamDb, query: CountingQuery): Promise<readonly DealSum[]> {
  const { period } = query;
  const isSigned =
    period === null ? undefined : sql`${deals.signedOn} >= ${period.from} and ${deals.signedOn} < ${period.to}`;
  const isAsked = or(
    and(sql`${deals.opportunityId} is not null`, asked(db, opportunities, query)),
    and(isNull(deals.opportunityId), asked(db, leads, query)),
  );
  return factsOf(db, query.past)
    .select(SUMMED)
    .from(deals)
    .leftJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .leftJoin(leads, sameTeam(leads, deals, eq(leads.id, deals.leadId)))
    .where(db.where(deals, isLive(query), isSigned, isAsked))
    .groupBy(deals.kind, deals.termMonths, deals.currency);
}

/** What the leads of the period have brought until now, by the channel that they came in with. */
export async function sumOfLeads(db: TeamDb, query: CountingQuery): Promise<readonly LeadDealSum[]> {
  const isCounted = countedOf(db, leads, query, leadTallies(query)["leads.total"]);
  const ofLead = eq(leads.id, sql`coalesce(${deals.leadId}, ${opportunities.leadId})`);
  return factsOf(db, query.past)
    .select({ ...SUMMED, channel: leads.creditedChannelId })
    .from(deals)
    .leftJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .innerJoin(leads, sameTeam(leads, deals, ofLead))
    .where(db.where(deals, isLive(query), isCounted))
    .groupBy(deals.kind, deals.termMonths, deals.currency, leads.creditedChannelId);
}

const SUMMED = {
  kind: deals.kind,
  termMonths: deals.termMonths,
  currency: sql<string | null>`${deals.currency}`,
  amountMinor: sql<number>`coalesce(sum(${deals.amountMinor}), 0)`.mapWith(Number),
  deals: sql<number>`count(*)`.mapWith(Number),
};

function isLive({ past }: CountingQuery): SQL | undefined {
  if (past === undefined) return isNull(deals.voidedAt);
  return and(lte(deals.createdAt, past.at), or(isNull(deals.voidedAt), gt(deals.voidedAt, past.at)));
}
