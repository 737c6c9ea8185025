import { z } from "zod";
import { deleteTarget } from "@/db/mutations/targets";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";

export const RemoveTargetInput = z.strictObject({ id: idField<Id<"target">>() });
export type RemoveTargetInput = z.output<typeof RemoveTargetInput>;

export async function removeTarget(ctx: TeamContext, { id }: RemoveTargetInput): Promise<void> {
  if (!(await deleteTarget(ctx.db, id))) throw new AppError("not-found");
  await recordActivity(ctx, "target.removed", ["target", id]);
}
