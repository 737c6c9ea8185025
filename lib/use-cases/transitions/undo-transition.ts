import { z } from "zod";
import { findTransitionRecord } from "@/db/queries/transitions";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { TransitionId } from "@/lib/domain/ids";
import { undoTransition as decideUndo } from "@/lib/domain/pipeline/commands/undo";
import { rightNow } from "@/lib/domain/pipeline/when";
import { decide } from "@/lib/use-cases/cases/decide";
import { idField } from "@/lib/use-cases/fields";

export const UndoTransitionInput = z.strictObject({ id: idField<TransitionId>() });

/** Undoes the last move of a record by appending its mirror; the deals that the move made are voided with it. */
export async function undoTransition(ctx: TeamContext, { id }: z.output<typeof UndoTransitionInput>): Promise<void> {
  const record = await findTransitionRecord(ctx.db, id);
  if (record === null) throw new AppError("not-found");
  const { leadId, opportunityId } = record;
  const target =
    leadId !== null ? { leadId, version: null } : opportunityId !== null ? { opportunityId, version: null } : null;
  if (target === null) throw new AppError("not-found");
  await decide(ctx, target, (file, { consequences, recording }) =>
    decideUndo(file, id, rightNow(ctx.team.timeZone, ctx.now), consequences, recording),
  );
}
