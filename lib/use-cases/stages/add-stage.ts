import { z } from "zod";
import { createStages, updateStages } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { StageId } from "@/lib/domain/ids";
import { LEAD_KINDS, OPPORTUNITY_KINDS, SUBJECTS } from "@/lib/domain/pipeline/kinds";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, nameField } from "@/lib/use-cases/fields";
import { assertNameFree, nextPosition } from "@/lib/use-cases/settings/live-rows";

export const AddStageInput = z.strictObject({
  subject: choiceField(SUBJECTS),
  kind: choiceField([...LEAD_KINDS, ...OPPORTUNITY_KINDS]),
  name: nameField,
});
export type AddStageInput = z.output<typeof AddStageInput>;

const KINDS = { lead: LEAD_KINDS, opportunity: OPPORTUNITY_KINDS } as const;

/** A new stage, last among those of its kind. */
export async function addStage(ctx: TeamContext, { subject, kind, name }: AddStageInput): Promise<{ id: StageId }> {
  const kinds: readonly string[] = KINDS[subject];
  if (!kinds.includes(kind)) throw fieldError({ kind: "choice" });
  await lockTeam(ctx.db);
  const stages = (await listStages(ctx.db)).filter((stage) => stage.subject === subject);
  assertNameFree(stages, name);
  const last = stages.findLast((stage) => stage.kind === kind);
  const position = last ? last.position + 1 : nextPosition(stages);
  nextPosition(stages);
  const behind = stages.filter((stage) => stage.position >= position);
  await updateStages(
    ctx.db,
    behind.map((stage) => ({ id: stage.id, position: stage.position + 1 })),
  );
  const id = ctx.newId<StageId>();
  await createStages(ctx.db, [{ id, subject, kind, name, nameNorm: fold(name), position }]);
  await recordActivity(ctx, "stage.added", ["stage", id]);
  return { id };
}
