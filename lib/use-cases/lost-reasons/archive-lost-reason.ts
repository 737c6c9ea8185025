import { z } from "zod";
import { updateLostReasons } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listLostReasons } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { LostReasonId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, versionField } from "@/lib/use-cases/fields";
import { getLive } from "@/lib/use-cases/settings/live-rows";

export const ArchiveLostReasonInput = z.strictObject({ id: idField<LostReasonId>(), version: versionField });
export type ArchiveLostReasonInput = z.output<typeof ArchiveLostReasonInput>;

/** Out of the lists to choose from; records that have it keep it, and it still counts. */
export async function archiveLostReason(ctx: TeamContext, input: ArchiveLostReasonInput): Promise<void> {
  await lockTeam(ctx.db);
  const { id } = getLive(await listLostReasons(ctx.db), input);
  await updateLostReasons(ctx.db, [{ id, archivedAt: ctx.now }]);
  await recordActivity(ctx, "lost-reason.archived", ["lost-reason", id]);
}
