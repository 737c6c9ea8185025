import { desc, eq, sql } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import { opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { LostCount } from "@/lib/domain/metrics/losses";
import { countedOf, type CountingQuery } from "./counted";
import { factsOf } from "./facts";
import { opportunityTallies } from "./opportunity-tallies";
import { isStanding } from "./standing";

/** The lost opportunities of a report by the stage that they were lost from, for good, and the reason that was given. */
export async function countLost(db: TeamDb, query: CountingQuery): Promise<readonly LostCount[]> {
  const losses = lastLosses(db, query);
  return factsOf(db, query.past)
    .select({ stage: losses.stage, reason: losses.reason, lost: sql<number>`count(*)`.mapWith(Number) })
    .from(opportunities)
    .innerJoin(losses, sameTeam(losses, opportunities, eq(losses.opportunityId, opportunities.id)))
    .where(
      db.where(opportunities, countedOf(db, opportunities, query, opportunityTallies(query)["opportunities.lost"])),
    )
    .groupBy(losses.stage, losses.reason);
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
