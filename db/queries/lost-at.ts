import { and, eq, sql } from "drizzle-orm";
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
  const isCounted = countedOf(db, opportunities, query, opportunityTallies(query)["opportunities.lost"]);
  // Coming into "lost" from within it is no second loss.
  const lastLoss = sql`(select max(lost.seq) from stage_transitions lost
    where lost.team_id = ${opportunities.teamId} and lost.opportunity_id = ${opportunities.id}
      and lost.to_kind = 'lost' and lost.from_kind is distinct from 'lost' and ${isStanding("lost", query.past)})`;
  const loss = and(eq(stageTransitions.opportunityId, opportunities.id), eq(stageTransitions.seq, lastLoss));
  return factsOf(db, query.past)
    .select({
      stage: stageTransitions.fromStageId,
      reason: stageTransitions.lostReasonId,
      lost: sql<number>`count(*)`.mapWith(Number),
    })
    .from(opportunities)
    .innerJoin(stageTransitions, sameTeam(stageTransitions, opportunities, loss ?? sql`false`))
    .where(db.where(opportunities, isCounted))
    .groupBy(stageTransitions.fromStageId, stageTransitions.lostReasonId);
}
