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
  const placed = placedBy(stages, channel);
  const rows = await allOf([
    countPlaces(db, placesOfUnqualified(db, query, placed)),
    countPlaces(db, placesOfQualified(db, query, placed)),
  ]);
  return rows
    .flat()
    .map(({ place, ...row }) => ({ ...row, stage: place === null ? null : (stages[place - 1]?.key ?? null) }));
}

function countPlaces(db: TeamDb, places: ReturnType<typeof placesOfUnqualified>) {
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

/** Those that never were an opportunity, by their own moves. */
function placesOfUnqualified(db: TeamDb, query: CountingQuery, placed: Placed) {
  const t = stageTransitions;
  return factsOf(db, query.past)
    .select(placed)
    .from(leads)
    .innerJoin(t, sameTeam(t, leads, eq(t.leadId, leads.id)))
    .where(db.where(leads, isCounted(db, query), eq(leads.qualified, false), isMoveOf(db, "lead", query)))
    .groupBy(...EACH_LEAD)
    .as("places");
}

/** The others by those of their opportunities. */
function placesOfQualified(db: TeamDb, query: CountingQuery, placed: Placed) {
  const t = stageTransitions;
  return factsOf(db, query.past)
    .select(placed)
    .from(opportunities)
    .innerJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .innerJoin(t, sameTeam(t, opportunities, eq(t.opportunityId, opportunities.id)))
    .where(db.where(opportunities, isCounted(db, query), eq(leads.qualified, true), isMoveOf(db, "opportunity", query)))
    .groupBy(...EACH_LEAD)
    .as("places");
}

const EACH_LEAD = [leads.id, leads.qualified, leads.kind, leads.creditedChannelId] as const;

type Placed = ReturnType<typeof placedBy>;

/** A lead with the place among the stages of the last that it was in; none of them: `null`. */
function placedBy(stages: readonly OpenStage[], channel: Channel) {
  const ordered = `{${stages.map(({ key }) => key).join(",")}}`;
  return {
    place: sql<number | null>`max(array_position(${ordered}::uuid[], ${stageTransitions.toStageId}))`.as("furthest"),
    isQualified: sql<boolean>`${leads.qualified}`.as("is_qualified"),
    isCustomer: sql<boolean>`${leads.kind} = 'customer'`.as("is_customer"),
    channel: channel.as("channel"),
  };
}

function isCounted(db: TeamDb, query: CountingQuery) {
  return countedOf(db, leads, query, leadTallies(query)["leads.total"]);
}

function isMoveOf(db: TeamDb, subject: OpenStage["subject"], { past }: CountingQuery) {
  return db.where(stageTransitions, eq(stageTransitions.subject, subject), isStanding(db, past));
}
