import { and, count, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { campaigns, channels, stages } from "@/db/schema/pipeline";
import { leads } from "@/db/schema/records";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import { fold } from "@/lib/domain/fold";
import type { LeadId } from "@/lib/domain/ids";
import { escapeLike } from "@/lib/domain/input/search";
import { cutPage } from "@/lib/domain/keyset";
import type { LeadsQuery, LeadsSort } from "@/lib/domain/leads/leads-query";
import { idsIn, oneOf } from "./ids-in";
import { keyset, momentKey, textKey } from "./keyset";

export const LEADS_PER_PAGE = 50;

export type LeadsPage = Awaited<ReturnType<typeof listLeads>>;

/** One page of the leads that are there. `counted` narrows to the records behind a number, archived ones too. */
export async function listLeads(db: TeamDb, query: LeadsQuery, counted?: SQL) {
  const order = { key: KEYS[query.sort.column], id: leads.id, descending: query.sort.descending };
  const { where, orderBy } = keyset(order, query.cursor);
  const rows = await db.tx
    .select({ ...LISTED, key: order.key })
    .from(leads)
    .leftJoin(stages, sameTeam(stages, leads, eq(stages.id, leads.stageId)))
    .leftJoin(channels, sameTeam(channels, leads, eq(channels.id, leads.channelId)))
    .leftJoin(memberships, sameTeam(memberships, leads, eq(memberships.userId, leads.ownerId)))
    .where(db.where(leads, ...conditions(query, counted), where))
    .orderBy(...orderBy)
    .limit(LEADS_PER_PAGE + 1);
  return cutPage(rows, LEADS_PER_PAGE, query.cursor, ({ key, id }) => ({ key, id }));
}

/** How many leads all the pages together show. */
export async function countLeads(db: TeamDb, query: LeadsQuery, counted?: SQL): Promise<number> {
  const [row] = await db.tx
    .select({ n: count() })
    .from(leads)
    .where(db.where(leads, ...conditions(query, counted)));
  return row?.n ?? 0;
}

const KEYS = {
  cameIn: momentKey(leads.cameInAt),
  name: textKey(leads.nameNorm),
  lastEvent: momentKey(leads.stageSince),
} as const satisfies Record<LeadsSort["column"], SQL>;

const LISTED = {
  id: leads.id,
  name: leads.name,
  company: leads.company,
  kind: leads.kind,
  stage: stages.name,
  channel: channels.name,
  owner: memberships.name,
  cameInDay: leads.cameInDay,
  stageSince: leads.stageSince,
  excludedAs: leads.excludedAs,
  fault: leads.fault,
  archivedAt: leads.archivedAt,
};

/** The filters of the list. */
export function conditions(query: LeadsQuery, counted: SQL | undefined): readonly (SQL | undefined)[] {
  return [
    isNotNull(leads.stageId),
    counted,
    counted ? undefined : query.archived ? isNotNull(leads.archivedAt) : isNull(leads.archivedAt),
    query.kinds.length > 0 ? inArray(leads.kind, [...query.kinds]) : undefined,
    query.stageIds.length > 0 ? idsIn(leads.stageId, query.stageIds) : undefined,
    oneOf(leads.channelId, query.channelIds),
    oneOf(leads.campaignId, query.campaignIds),
    oneOf(leads.ownerId, query.ownerIds),
    query.search === null ? undefined : matches(query.search),
  ];
}

/** The name by its folded form; company and address as typed, but for case. */
function matches(search: string): SQL | undefined {
  const folded = `%${escapeLike(fold(search))}%`;
  const typed = `%${escapeLike(search)}%`;
  return or(
    sql`${leads.nameNorm} like ${folded}`,
    sql`${leads.company} ilike ${typed}`,
    sql`${leads.email} ilike ${typed}`,
  );
}

export type LeadDetails = NonNullable<Awaited<ReturnType<typeof findLead>>>;

/** One lead with the names of all it points at; also one whose coming in was undone, or that was erased. */
export async function findLead(db: TeamDb, id: LeadId) {
  const [row] = await db.tx
    .select({
      ...LISTED,
      email: leads.email,
      phone: leads.phone,
      note: leads.note,
      stageId: leads.stageId,
      channelId: leads.channelId,
      campaignId: leads.campaignId,
      campaign: campaigns.name,
      ownerId: leads.ownerId,
      expectedMinor: leads.expectedMinor,
      currency: leads.currency,
      cameInAt: leads.cameInAt,
      qualifiedDay: leads.qualifiedDay,
      decidedDay: leads.decidedDay,
      erasedAt: leads.erasedAt,
      version: leads.version,
    })
    .from(leads)
    .leftJoin(stages, sameTeam(stages, leads, eq(stages.id, leads.stageId)))
    .leftJoin(channels, sameTeam(channels, leads, eq(channels.id, leads.channelId)))
    .leftJoin(campaigns, sameTeam(campaigns, leads, eq(campaigns.id, leads.campaignId)))
    .leftJoin(memberships, sameTeam(memberships, leads, eq(memberships.userId, leads.ownerId)))
    .where(db.where(leads, eq(leads.id, id)));
  return row ?? null;
}

/** Another lead that is there and has this address or, folded, this name; the address first, then the newest. */
export async function findPossibleDuplicate(
  db: TeamDb,
  lead: { readonly id: LeadId; readonly name: string; readonly email: string | null },
) {
  const sameEmail = sql<boolean>`coalesce(${leads.email} = ${lead.email}::text, false)`;
  const same = or(eq(leads.nameNorm, fold(lead.name)), lead.email === null ? undefined : eq(leads.email, lead.email));
  const [row] = await db.tx
    .select({
      id: leads.id,
      name: leads.name,
      email: leads.email,
      by: sql<"email" | "name">`case when ${sameEmail} then 'email' else 'name' end`,
    })
    .from(leads)
    .where(db.where(leads, and(ne(leads.id, lead.id), isNotNull(leads.stageId), isNull(leads.erasedAt), same)))
    .orderBy(desc(sameEmail), desc(leads.id))
    .limit(1);
  return row ?? null;
}
