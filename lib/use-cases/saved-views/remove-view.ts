import { z } from "zod";
import { deleteSavedView } from "@/db/mutations/saved-views";
import { listSavedViews } from "@/db/queries/saved-views";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { SavedViewId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";

export const RemoveViewInput = z.strictObject({ id: idField<SavedViewId>() });
export type RemoveViewInput = z.output<typeof RemoveViewInput>;

/** One's own, or the team's for who may save those; another member's is not found. */
export async function removeView(ctx: TeamContext, { id }: RemoveViewInput): Promise<void> {
  const view = (await listSavedViews(ctx.db, ctx.user.id)).find((each) => each.id === id);
  if (view === undefined) throw new AppError("not-found");
  if (view.ownerId === null && !can(ctx.role, "view:saveTeam")) throw new AppError("forbidden");
  await deleteSavedView(ctx.db, id);
  if (view.ownerId === null) await recordActivity(ctx, "view.removed", ["saved_view", id]);
}
