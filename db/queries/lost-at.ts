import { and, desc, eq, sql } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import { opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { LostCount } from "@/lib/domain/metrics/losses";
import { countedOf, type CountingQuery } from "./counted";
import { factsOf } from "./facts";
import { ALL, type Channel, type OfChannel, rowsOf } from "./of-channels";
import { opportunityTallies } from "./opportunity-tallies";
import { isStanding } from "./standing";

/** The lost opportunities of a report by the stage that they were lost from, for good, and the reason that was given. */
export async function countLost(db: TeamDb, query: CountingQuery): Promise<readonly LostCount[]> {
  return rowsOf(await count(db, query, ALL));
}

/** The same of each channel. */
export async function countLostOfChannels(
  db: TeamDb,
  query: CountingQuery,
): Promise<readonly (LostCount & OfChannel)[]> {
  return count(db, query, sql`${opportunities.creditedChannelId}`);
}

async function count(db: TeamDb, query: CountingQuery, channel: Channel) {
  const losses = lastLosses(db, query, channel);
  return db.tx
    .select({
      stage: losses.stage,
      reason: losses.reason,
      channel: losses.channel,
      lost: sql<number>`count(*)`.mapWith(Number),
    })
    .from(losses)
    .groupBy(sql`1`, sql`2`, sql`3`);
}

/** Coming into "lost" from within it is no second loss. */
function lastLosses(db: TeamDb, query: CountingQuery, channel: Channel) {
  const t = stageTransitions;
  const isCounted = countedOf(db, opportunities, query, opportunityTallies(query)["opportunities.lost"]);
  const isLoss = and(eq(t.toKind, "lost"), sql`${t.fromKind} is distinct from 'lost'`);
  return factsOf(db, query.past)
    .selectDistinctOn([t.opportunityId], {
      stage: sql<string | null>`${t.fromStageId}`.as("lost_from"),
      reason: sql<string | null>`${t.lostReasonId}`.as("lost_for"),
      channel: channel.as("channel"),
    })
    .from(t)
    .innerJoin(opportunities, sameTeam(opportunities, t, eq(opportunities.id, t.opportunityId)))
    .where(db.where(t, eq(t.subject, "opportunity"), isLoss, isStanding(db, query.past), isCounted))
    .orderBy(t.opportunityId, desc(t.seq))
    .as("losses");
}
