import { z } from "zod";
import { updateStages } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { StageId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, nameField, versionField } from "@/lib/use-cases/fields";
import { assertNameFree, getLive } from "@/lib/use-cases/settings/live-rows";

export const RenameStageInput = z.strictObject({ id: idField<StageId>(), version: versionField, name: nameField });
export type RenameStageInput = z.output<typeof RenameStageInput>;

/** A new name for the stage, in the past as well: the log names stages by their id. */
export async function renameStage(ctx: TeamContext, input: RenameStageInput): Promise<void> {
  await lockTeam(ctx.db);
  const stages = await listStages(ctx.db);
  const { id, subject, name } = getLive(stages, input);
  if (name === input.name) return;
  const ofSubject = stages.filter((stage) => stage.subject === subject);
  assertNameFree(ofSubject, input.name, id);
  await updateStages(ctx.db, [{ id, name: input.name, nameNorm: fold(input.name) }]);
  await recordActivity(ctx, "stage.renamed", ["stage", id], ["name"]);
}
