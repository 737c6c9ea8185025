import { count, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { campaigns, channels, lostReasons, stages } from "@/db/schema/pipeline";
import { leads, opportunities } from "@/db/schema/records";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import { fold } from "@/lib/domain/fold";
import type { OpportunityId } from "@/lib/domain/ids";
import { escapeLike } from "@/lib/domain/input/search";
import { cutPage } from "@/lib/domain/keyset";
import type { OpportunitiesQuery, OpportunitiesSort } from "@/lib/domain/opportunities/opportunities-query";
import { idsIn, oneOf } from "./ids-in";
import { keyset, momentKey, textKey } from "./keyset";

export const OPPORTUNITIES_PER_PAGE = 50;

/** One page of the opportunities that are there. `counted` narrows to the records behind a number, archived ones too. */
export async function listOpportunities(db: TeamDb, query: OpportunitiesQuery, counted?: SQL) {
  const order = { key: KEYS[query.sort.column], id: opportunities.id, descending: query.sort.descending };
  const { where, orderBy } = keyset(order, query.cursor);
  const rows = await db.tx
    .select({ ...LISTED, key: order.key })
    .from(opportunities)
    .leftJoin(stages, sameTeam(stages, opportunities, eq(stages.id, opportunities.stageId)))
    .leftJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .leftJoin(channels, sameTeam(channels, opportunities, eq(channels.id, opportunities.channelId)))
    .leftJoin(memberships, sameTeam(memberships, opportunities, eq(memberships.userId, opportunities.ownerId)))
    .where(db.where(opportunities, ...conditions(query, counted), where))
    .orderBy(...orderBy)
    .limit(OPPORTUNITIES_PER_PAGE + 1);
  return cutPage(rows, OPPORTUNITIES_PER_PAGE, query.cursor, ({ key, id }) => ({ key, id }));
}

/** How many opportunities all the pages together show. */
export async function countOpportunities(db: TeamDb, query: OpportunitiesQuery, counted?: SQL): Promise<number> {
  const [row] = await db.tx
    .select({ n: count() })
    .from(opportunities)
    .where(db.where(opportunities, ...conditions(query, counted)));
  return row?.n ?? 0;
}

const KEYS = {
  opened: momentKey(opportunities.openedAt),
  name: textKey(opportunities.nameNorm),
  lastEvent: momentKey(opportunities.stageSince),
} as const satisfies Record<OpportunitiesSort["column"], SQL>;

const LISTED = {
  id: opportunities.id,
  name: opportunities.name,
  kind: opportunities.kind,
  stageId: opportunities.stageId,
  stage: stages.name,
  leadId: opportunities.leadId,
  lead: leads.name,
  channel: channels.name,
  owner: memberships.name,
  expectedMinor: opportunities.expectedMinor,
  currency: opportunities.currency,
  openedDay: opportunities.openedDay,
  closedDay: opportunities.closedDay,
  stageSince: opportunities.stageSince,
  fault: opportunities.fault,
  archivedAt: opportunities.archivedAt,
  version: opportunities.version,
};

/** The filters of a list; a board's and a list's are the same. */
export function conditions(query: OpportunitiesQuery, counted?: SQL): readonly (SQL | undefined)[] {
  return [
    isNotNull(opportunities.stageId),
    counted,
    counted ? undefined : query.archived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt),
    query.kinds.length > 0 ? inArray(opportunities.kind, [...query.kinds]) : undefined,
    query.stageIds.length > 0 ? idsIn(opportunities.stageId, query.stageIds) : undefined,
    oneOf(opportunities.channelId, query.channelIds),
    oneOf(opportunities.campaignId, query.campaignIds),
    oneOf(opportunities.ownerId, query.ownerIds),
    query.search === null ? undefined : matches(query.search),
  ];
}

/** Its own name or its lead's, by their folded forms; the lead's company as typed, but for case. */
function matches(search: string): SQL | undefined {
  const folded = `%${escapeLike(fold(search))}%`;
  const typed = `%${escapeLike(search)}%`;
  const ofLead = sql`exists (select 1 from ${leads} where ${leads.teamId} = ${opportunities.teamId}
    and ${leads.id} = ${opportunities.leadId} and (${leads.nameNorm} like ${folded} or ${leads.company} ilike ${typed}))`;
  return or(sql`${opportunities.nameNorm} like ${folded}`, ofLead);
}

export type OpportunityDetails = NonNullable<Awaited<ReturnType<typeof findOpportunity>>>;

/** One opportunity with the names of all it points at; also one whose opening was undone, or that was erased. */
export async function findOpportunity(db: TeamDb, id: OpportunityId) {
  const [row] = await db.tx
    .select({
      ...LISTED,
      note: opportunities.note,
      channelId: opportunities.channelId,
      campaignId: opportunities.campaignId,
      campaign: campaigns.name,
      ownerId: opportunities.ownerId,
      lostReason: lostReasons.name,
      erasedAt: opportunities.erasedAt,
    })
    .from(opportunities)
    .leftJoin(stages, sameTeam(stages, opportunities, eq(stages.id, opportunities.stageId)))
    .leftJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .leftJoin(channels, sameTeam(channels, opportunities, eq(channels.id, opportunities.channelId)))
    .leftJoin(campaigns, sameTeam(campaigns, opportunities, eq(campaigns.id, opportunities.campaignId)))
    .leftJoin(lostReasons, sameTeam(lostReasons, opportunities, eq(lostReasons.id, opportunities.lostReasonId)))
    .leftJoin(memberships, sameTeam(memberships, opportunities, eq(memberships.userId, opportunities.ownerId)))
    .where(db.where(opportunities, eq(opportunities.id, id)));
  return row ?? null;
}
