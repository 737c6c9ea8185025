import { z } from "zod";
import { createChannels } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { ChannelId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { nameField } from "@/lib/use-cases/fields";
import { nextPosition } from "@/lib/use-cases/settings/live-rows";
import { aliasesField, assertWordsFree } from "./channel-fields";

export const AddChannelInput = z.strictObject({ name: nameField, aliases: aliasesField });
export type AddChannelInput = z.output<typeof AddChannelInput>;

export async function addChannel(ctx: TeamContext, { name, aliases }: AddChannelInput): Promise<{ id: ChannelId }> {
  await lockTeam(ctx.db);
  const channels = await listChannels(ctx.db);
  assertWordsFree(channels, { id: null, name, aliases });
  const id = ctx.newId<ChannelId>();
  await createChannels(ctx.db, [{ id, name, nameNorm: fold(name), aliases, position: nextPosition(channels) }]);
  await recordActivity(ctx, "channel.added", ["channel", id]);
  return { id };
}
