import { z } from "zod";
import { updateChannels } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { ChannelId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, nameField, versionField } from "@/lib/use-cases/fields";
import { getLive } from "@/lib/use-cases/settings/live-rows";
import { aliasesField, assertWordsFree } from "./channel-fields";

export const EditChannelInput = z.strictObject({
  id: idField<ChannelId>(),
  version: versionField,
  name: nameField,
  aliases: aliasesField,
});
export type EditChannelInput = z.output<typeof EditChannelInput>;

/** Renames a channel and sets the other words for it. Records point at it by its id, so nothing moves. */
export async function editChannel(ctx: TeamContext, { name, aliases, ...seen }: EditChannelInput): Promise<void> {
  await lockTeam(ctx.db);
  const channels = await listChannels(ctx.db);
  const before = getLive(channels, seen);
  assertWordsFree(channels, { id: before.id, name, aliases });
  const fields = [...(before.name === name ? [] : ["name"]), ...(before.aliases === aliases ? [] : ["aliases"])];
  if (fields.length === 0) return;
  await updateChannels(ctx.db, [{ id: before.id, name, nameNorm: fold(name), aliases }]);
  await recordActivity(ctx, "channel.edited", ["channel", before.id], fields);
}
