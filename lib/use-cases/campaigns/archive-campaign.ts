import { z } from "zod";
import { updateCampaigns } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listCampaigns } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CampaignId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, versionField } from "@/lib/use-cases/fields";
import { getLive } from "@/lib/use-cases/settings/live-rows";

export const ArchiveCampaignInput = z.strictObject({ id: idField<CampaignId>(), version: versionField });
export type ArchiveCampaignInput = z.output<typeof ArchiveCampaignInput>;

/** Out of the lists to choose from; its leads keep it, and it still counts. */
export async function archiveCampaign(ctx: TeamContext, input: ArchiveCampaignInput): Promise<void> {
  await lockTeam(ctx.db);
  const { id } = getLive(await listCampaigns(ctx.db), input);
  await updateCampaigns(ctx.db, [{ id, archivedAt: ctx.now }]);
  await recordActivity(ctx, "campaign.archived", ["campaign", id]);
}
