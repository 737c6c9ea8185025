import { z } from "zod";
import { createLostReasons } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listLostReasons } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { LostReasonId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { nameField } from "@/lib/use-cases/fields";
import { assertNameFree, nextPosition } from "@/lib/use-cases/settings/live-rows";

export const AddLostReasonInput = z.strictObject({ name: nameField });
export type AddLostReasonInput = z.output<typeof AddLostReasonInput>;

export async function addLostReason(ctx: TeamContext, { name }: AddLostReasonInput): Promise<{ id: LostReasonId }> {
  await lockTeam(ctx.db);
  const reasons = await listLostReasons(ctx.db);
  assertNameFree(reasons, name);
  const id = ctx.newId<LostReasonId>();
  await createLostReasons(ctx.db, [{ id, name, nameNorm: fold(name), position: nextPosition(reasons) }]);
  await recordActivity(ctx, "lost-reason.added", ["lost-reason", id]);
  return { id };
}
