import { stageTransitions } from "@/db/schema/log";
import type { TeamDb } from "@/db/scope";
import type { TransitionId } from "@/lib/domain/ids";
import { idsIn } from "./ids-in";

/** Whose row it is, and who recorded it. */
export async function findTransitionRecord(db: TeamDb, id: TransitionId) {
  const [row] = await listTransitionRecords(db, [id]);
  return row ?? null;
}

export async function listTransitionRecords(db: TeamDb, ids: readonly TransitionId[]) {
  return db.tx
    .select({
      id: stageTransitions.id,
      leadId: stageTransitions.leadId,
      opportunityId: stageTransitions.opportunityId,
      actorKind: stageTransitions.actorKind,
      actorId: stageTransitions.actorId,
    })
    .from(stageTransitions)
    .where(db.where(stageTransitions, idsIn(stageTransitions.id, ids)));
}
