import { asc, count, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { channels } from "@/db/schema/pipeline";
import { deals, leads, opportunities } from "@/db/schema/records";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { DealsQuery } from "@/lib/domain/deals/deals-query";
import type { OpportunityId } from "@/lib/domain/ids";
import { cutPage } from "@/lib/domain/keyset";
import { keyset } from "./keyset";

export const DEALS_PER_PAGE = 50;
const MANY = 1000;

/** One page of deals with their customers, the last signed first; undated ones last. */
export async function listDeals(db: TeamDb, query: DealsQuery) {
  const order = { key: SIGNED, id: deals.id, descending: true };
  const { where, orderBy } = keyset(order, query.cursor);
  const rows = await db.tx
    .select({ ...LISTED, key: order.key })
    .from(deals)
    .leftJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .leftJoin(leads, sameTeam(leads, deals, eq(leads.id, sql`coalesce(${deals.leadId}, ${opportunities.leadId})`)))
    .leftJoin(channels, sameTeam(channels, deals, eq(channels.id, ofWhatWasSold("channelId"))))
    .leftJoin(memberships, sameTeam(memberships, deals, eq(memberships.userId, ofWhatWasSold("creditedOwnerId"))))
    .where(db.where(deals, ...conditions(query), where))
    .orderBy(...orderBy)
    .limit(DEALS_PER_PAGE + 1);
  return cutPage(rows, DEALS_PER_PAGE, query.cursor, ({ key, id }) => ({ key, id }));
}

const SIGNED = sql<string>`coalesce(${deals.signedOn}::text, '')`;

const LISTED = {
  id: deals.id,
  version: deals.version,
  opportunityId: deals.opportunityId,
  opportunity: opportunities.name,
  leadId: leads.id,
  lead: leads.name,
  company: leads.company,
  kind: deals.kind,
  amountMinor: deals.amountMinor,
  currency: deals.currency,
  termMonths: deals.termMonths,
  signedOn: deals.signedOn,
  voidedAt: deals.voidedAt,
  channel: channels.name,
  owner: memberships.name,
};

/** A direct deal has its lead's channel and owner, any other its opportunity's. */
function ofWhatWasSold(column: "channelId" | "creditedOwnerId"): SQL {
  return sql`case when ${deals.opportunityId} is null then ${leads[column]} else ${opportunities[column]} end`;
}

/** Count and sum of the standing deals per kind and currency, never across; those without an amount have a row of their own. */
export async function sumDeals(db: TeamDb, { kinds }: Pick<DealsQuery, "kinds">) {
  return db.tx
    .select({
      kind: deals.kind,
      currency: deals.currency,
      n: count(),
      minor: sql`coalesce(sum(${deals.amountMinor}), 0)`.mapWith(Number),
    })
    .from(deals)
    .where(db.where(deals, ...conditions({ kinds, state: "live" })))
    .groupBy(deals.kind, deals.currency)
    .orderBy(asc(deals.kind), asc(deals.currency))
    .limit(MANY);
}

/** How many deals all the pages together show. */
export async function countDeals(db: TeamDb, query: DealsQuery): Promise<number> {
  const [row] = await db.tx
    .select({ n: count() })
    .from(deals)
    .where(db.where(deals, ...conditions(query)));
  return row?.n ?? 0;
}

/** The filters of the list. */
export function conditions({ kinds, state }: Pick<DealsQuery, "kinds" | "state">): readonly (SQL | undefined)[] {
  return [kinds.length > 0 ? inArray(deals.kind, [...kinds]) : undefined, STANDING[state]];
}

const STANDING = {
  live: isNull(deals.voidedAt),
  voided: isNotNull(deals.voidedAt),
  all: undefined,
} as const satisfies Record<DealsQuery["state"], SQL | undefined>;

/** The deals that an opportunity was won with, oldest first, voided ones too. */
export async function listDealsOfOpportunity(db: TeamDb, opportunityId: OpportunityId) {
  return db.tx
    .select({
      id: deals.id,
      version: deals.version,
      opportunityId: deals.opportunityId,
      kind: deals.kind,
      amountMinor: deals.amountMinor,
      currency: deals.currency,
      termMonths: deals.termMonths,
      signedOn: deals.signedOn,
      voidedAt: deals.voidedAt,
    })
    .from(deals)
    .where(db.where(deals, eq(deals.opportunityId, opportunityId)))
    .orderBy(asc(deals.id))
    .limit(MANY);
}
