import { eq } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import type { TeamDb } from "@/db/scope";
import type { TransitionId } from "@/lib/domain/ids";

/** Whose row it is, and who recorded it. */
export async function findTransitionRecord(db: TeamDb, id: TransitionId) {
  const [row] = await db.tx
    .select({
      leadId: stageTransitions.leadId,
      opportunityId: stageTransitions.opportunityId,
      actorKind: stageTransitions.actorKind,
      actorId: stageTransitions.actorId,
    })
    .from(stageTransitions)
    .where(db.where(stageTransitions, eq(stageTransitions.id, id)));
  return row ?? null;
}
