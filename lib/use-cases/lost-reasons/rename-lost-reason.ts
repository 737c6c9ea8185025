import { z } from "zod";
import { updateLostReasons } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listLostReasons } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { LostReasonId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, nameField, versionField } from "@/lib/use-cases/fields";
import { assertNameFree, getLive } from "@/lib/use-cases/settings/live-rows";

export const RenameLostReasonInput = z.strictObject({
  id: idField<LostReasonId>(),
  version: versionField,
  name: nameField,
});
export type RenameLostReasonInput = z.output<typeof RenameLostReasonInput>;

export async function renameLostReason(ctx: TeamContext, input: RenameLostReasonInput): Promise<void> {
  await lockTeam(ctx.db);
  const reasons = await listLostReasons(ctx.db);
  const { id, name } = getLive(reasons, input);
  if (name === input.name) return;
  assertNameFree(reasons, input.name, id);
  await updateLostReasons(ctx.db, [{ id, name: input.name, nameNorm: fold(input.name) }]);
  await recordActivity(ctx, "lost-reason.renamed", ["lost-reason", id], ["name"]);
}
