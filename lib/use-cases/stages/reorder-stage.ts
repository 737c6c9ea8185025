import { z } from "zod";
import { updateStages } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { StageId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, idField, versionField } from "@/lib/use-cases/fields";
import { getLive, live } from "@/lib/use-cases/settings/live-rows";

export const ReorderStageInput = z.strictObject({
  id: idField<StageId>(),
  version: versionField,
  direction: choiceField(["up", "down"]),
});
export type ReorderStageInput = z.output<typeof ReorderStageInput>;

/** Changes places with the next stage of the same kind, up or down; at the end of the row nothing happens. */
export async function reorderStage(ctx: TeamContext, input: ReorderStageInput): Promise<void> {
  await lockTeam(ctx.db);
  const stages = live(await listStages(ctx.db));
  const stage = getLive(stages, input);
  const row = stages.filter(({ subject, kind }) => subject === stage.subject && kind === stage.kind);
  const other = row[row.indexOf(stage) + (input.direction === "up" ? -1 : 1)];
  if (!other) return;
  await updateStages(ctx.db, [
    { id: stage.id, position: other.position },
    { id: other.id, position: stage.position },
  ]);
  await recordActivity(ctx, "stage.reordered", ["stage", stage.id], ["position"]);
}
