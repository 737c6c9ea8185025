import { z } from "zod";
import { findTransitionRecord } from "@/db/queries/transitions";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { TransitionId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { undoTransition as decideUndo } from "@/lib/domain/pipeline/commands/undo";
import { isRecordedBy } from "@/lib/domain/pipeline/undoable";
import { rightNow } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { decide } from "@/lib/use-cases/cases/decide";
import { idField } from "@/lib/use-cases/fields";

export const UndoTransitionInput = z.strictObject({ id: idField<TransitionId>() });

/**
 * Undoes the last move of a record by appending its mirror; the deals that the move made are voided with it. What one
 * recorded oneself can be taken back; a deal of another's recording goes only with the right to void it.
 */
export async function undoTransition(ctx: TeamContext, { id }: z.output<typeof UndoTransitionInput>): Promise<void> {
  const record = await findTransitionRecord(ctx.db, id);
  if (record === null) throw new AppError("not-found");
  const { leadId, opportunityId } = record;
  const target =
    leadId !== null ? { leadId, version: null } : opportunityId !== null ? { opportunityId, version: null } : null;
  if (target === null) throw new AppError("not-found");
  const mayVoid = can(ctx.role, "deal:void") || isRecordedBy(record, writerOf(ctx));
  await decide(ctx, target, (file, { consequences, recording }) => {
    const decision = decideUndo(file, id, rightNow(ctx.team.timeZone, ctx.now), consequences, recording);
    if (decision.kind === "decided" && decision.voids.length > 0 && !mayVoid) throw new AppError("forbidden");
    return decision;
  });
}
