import { desc, eq, sql } from "drizzle-orm";
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
  const losses = lastLosses(db, query);
  return factsOf(db, query.past)
    .select({ stage: losses.stage, reason: losses.reason, channel, lost: sql<number>`count(*)`.mapWith(Number) })
    .from(opportunities)
    .innerJoin(losses, sameTeam(losses, opportunities, eq(losses.opportunityId, opportunities.id)))
    .where(
      db.where(opportunities, countedOf(db, opportunities, query, opportunityTallies(query)["opportunities.lost"])),
    )
    .groupBy(sql`1`, sql`2`, sql`3`);
}

/** Coming into "lost" from within it is no second loss. */
function lastLosses(db: TeamDb, { past }: CountingQuery) {
  const t = stageTransitions;
  const isLoss = sql`${t.fromKind} is distinct from 'lost'`;
  return db.tx
    .selectDistinctOn([t.opportunityId], {
      teamId: t.teamId,
      opportunityId: t.opportunityId,
      stage: sql<string | null>`${t.fromStageId}`.as("lost_from"),
      reason: sql<string | null>`${t.lostReasonId}`.as("lost_for"),
    })
    .from(t)
    .where(db.where(t, eq(t.subject, "opportunity"), eq(t.toKind, "lost"), isLoss, isStanding(db, past)))
    .orderBy(t.opportunityId, desc(t.seq))
    .as("losses");
}
