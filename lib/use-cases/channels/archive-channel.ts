import { z } from "zod";
import { updateChannels } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ChannelId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, versionField } from "@/lib/use-cases/fields";
import { getLive } from "@/lib/use-cases/settings/live-rows";

export const ArchiveChannelInput = z.strictObject({ id: idField<ChannelId>(), version: versionField });
export type ArchiveChannelInput = z.output<typeof ArchiveChannelInput>;

/** Out of the lists to choose from; records that have it keep it, and it still counts. */
export async function archiveChannel(ctx: TeamContext, input: ArchiveChannelInput): Promise<void> {
  await lockTeam(ctx.db);
  const { id } = getLive(await listChannels(ctx.db), input);
  await updateChannels(ctx.db, [{ id, archivedAt: ctx.now }]);
  await recordActivity(ctx, "channel.archived", ["channel", id]);
}
