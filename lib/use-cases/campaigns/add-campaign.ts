import { z } from "zod";
import { createCampaigns } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { CampaignId, ChannelId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { idField } from "@/lib/use-cases/fields";
import { assertNameFree, live } from "@/lib/use-cases/settings/live-rows";
import { campaignColumns, campaignFields } from "./campaign-fields";

const CAMPAIGNS_MAX = 2000; // as many as the lists show

export function addCampaignInput(locale: "nb" | "en") {
  return z
    .strictObject({ channelId: idField<ChannelId>(), ...campaignFields(locale) })
    .transform(readAmount(locale, { isRequired: false }));
}
export type AddCampaign = z.output<ReturnType<typeof addCampaignInput>>;

/** A campaign belongs to one channel for ever: its leads are counted there. */
export async function addCampaign(ctx: TeamContext, input: AddCampaign): Promise<{ id: CampaignId }> {
  const columns = campaignColumns(input);
  await lockTeam(ctx.db);
  const channel = live(await listChannels(ctx.db)).find(({ id }) => id === input.channelId);
  if (!channel) throw fieldError({ channelId: "choice" });
  const campaigns = await listCampaigns(ctx.db);
  if (campaigns.length >= CAMPAIGNS_MAX) throw new AppError("too-many", { n: 0 });
  assertNameFree(
    campaigns.filter(({ channelId }) => channelId === channel.id),
    input.name,
  );
  const id = ctx.newId<CampaignId>();
  await createCampaigns(ctx.db, [{ ...columns, id, channelId: channel.id, nameNorm: fold(input.name) }]);
  await recordActivity(ctx, "campaign.added", ["campaign", id]);
  return { id };
}
