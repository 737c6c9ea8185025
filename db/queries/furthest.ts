import { eq, sql } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import { leads, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import { allOf } from "@/lib/domain/all-of";
import type { Furthest, OpenStage } from "@/lib/domain/metrics/reach";
import { ALL, type Channel, type OfChannel, rowsOf } from "./of-channels";
import { countedOf, type CountingQuery } from "./counted";
import { factsOf } from "./facts";
import { leadTallies } from "./lead-tallies";
import { isStanding } from "./standing";

/** The leads of a period by the last of these stages that each was ever in, moved back or lost since or not. */
export async function countFurthest(
  db: TeamDb,
  query: CountingQuery,
  stages: readonly OpenStage[],
): Promise<readonly Furthest[]> {
  return rowsOf(await count(db, query, stages, ALL));
}

/** The same of each channel. */
export async function countFurthestOfChannels(
  db: TeamDb,
  query: CountingQuery,
  stages: readonly OpenStage[],
): Promise<readonly (Furthest & OfChannel)[]> {
  return count(db, query, stages, sql`${leads.creditedChannelId}`);
}

async function count(db: TeamDb, query: CountingQuery, stages: readonly OpenStage[], channel: Channel) {
  const rows = await allOf([countUnqualified(db, query, stages, channel), countQualified(db, query, stages, channel)]);
  return rows
    .flat()
    .map(({ place, ...row }) => ({ ...row, stage: place === null ? null : (stages[place - 1]?.key ?? null) }));
}

/** Those that never were an opportunity, by their own moves. */
async function countUnqualified(db: TeamDb, query: CountingQuery, stages: readonly OpenStage[], channel: Channel) {
  const moves = placesOf(db, query, { subject: "lead", stages });
  return factsOf(db, query.past)
    .select({ place: moves.place, ...KINDS, channel, leads: sql<number>`count(*)`.mapWith(Number) })
    .from(leads)
    .innerJoin(moves, sameTeam(moves, leads, eq(moves.record, leads.id)))
    .where(db.where(leads, isCounted(db, query), eq(leads.qualified, false)))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`);
}

/** The others by those of their opportunities. */
async function countQualified(db: TeamDb, query: CountingQuery, stages: readonly OpenStage[], channel: Channel) {
  const moves = placesOf(db, query, { subject: "opportunity", stages });
  const places = factsOf(db, query.past)
    .select({
      place: sql<number | null>`max(${moves.place})`.as("furthest"),
      isQualified: sql<boolean>`${leads.qualified}`.as("is_qualified"),
      isCustomer: sql<boolean>`${leads.kind} = 'customer'`.as("is_customer"),
      channel: channel.as("channel"),
    })
    .from(opportunities)
    .innerJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .innerJoin(moves, sameTeam(moves, opportunities, eq(moves.record, opportunities.id)))
    .where(db.where(opportunities, isCounted(db, query), eq(leads.qualified, true)))
    .groupBy(leads.id, leads.qualified, leads.kind, leads.creditedChannelId)
    .as("places");
  return db.tx
    .select({
      place: places.place,
      isQualified: places.isQualified,
      isCustomer: places.isCustomer,
      channel: places.channel,
      leads: sql<number>`count(*)`.mapWith(Number),
    })
    .from(places)
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`);
}

const KINDS = { isQualified: sql<boolean>`${leads.qualified}`, isCustomer: sql<boolean>`${leads.kind} = 'customer'` };

function isCounted(db: TeamDb, query: CountingQuery) {
  return countedOf(db, leads, query, leadTallies(query)["leads.total"]);
}

interface Moves {
  readonly subject: OpenStage["subject"];
  readonly stages: readonly OpenStage[];
}

/** Each record with the place among the stages of the last that it was in; none of them: `null`. */
function placesOf(db: TeamDb, query: CountingQuery, { subject, stages }: Moves) {
  const t = stageTransitions;
  const record = subject === "lead" ? t.leadId : t.opportunityId;
  const ordered = `{${stages.map(({ key }) => key).join(",")}}`;
  return db.tx
    .select({
      teamId: t.teamId,
      record: sql<string>`${record}`.as("record"),
      place: sql<number | null>`max(array_position(${ordered}::uuid[], ${t.toStageId}))`.as("place"),
    })
    .from(t)
    .where(db.where(t, eq(t.subject, subject), isStanding(db, query.past)))
    .groupBy(t.teamId, record)
    .as("moves_to");
}
