import { z } from "zod";
import { findListedUndo } from "@/db/queries/api-lists";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { TransitionId } from "@/lib/domain/ids";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { recordId } from "./fields";

export const UndoMoveInput = z.strictObject({ id: recordId<TransitionId>() });

/** Undoes the last move of a record; gives the row of the log that undoes it. */
export async function undoMove(ctx: TeamContext, input: z.output<typeof UndoMoveInput>) {
  await undoTransition(ctx, input);
  const row = await findListedUndo(ctx.db, input.id);
  if (row === null) throw new AppError("already-undone");
  return row;
}
