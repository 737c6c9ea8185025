import { z } from "zod";
import { updateCampaigns } from "@/db/mutations/pipeline";
import { lockTeam } from "@/db/mutations/teams";
import { listCampaigns } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { CampaignId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { idField, versionField } from "@/lib/use-cases/fields";
import { assertNameFree, getLive } from "@/lib/use-cases/settings/live-rows";
import { campaignColumns, campaignFields } from "./campaign-fields";

export function editCampaignInput(locale: "nb" | "en") {
  return z
    .strictObject({ id: idField<CampaignId>(), version: versionField, ...campaignFields(locale) })
    .transform(readAmount(locale, { isRequired: false }));
}
export type EditCampaign = z.output<ReturnType<typeof editCampaignInput>>;

export async function editCampaign(ctx: TeamContext, input: EditCampaign): Promise<void> {
  const columns = campaignColumns(input);
  await lockTeam(ctx.db);
  const campaigns = await listCampaigns(ctx.db);
  const before = getLive(campaigns, input);
  assertNameFree(
    campaigns.filter(({ channelId }) => channelId === before.channelId),
    input.name,
    before.id,
  );
  const changed = CAMPAIGN_COLUMNS.filter((column) => before[column] !== columns[column]);
  if (changed.length === 0) return;
  await updateCampaigns(ctx.db, [{ ...columns, id: before.id, nameNorm: fold(input.name) }]);
  await recordActivity(ctx, "campaign.edited", ["campaign", before.id], changed);
}

const CAMPAIGN_COLUMNS = ["name", "audienceSize", "costMinor", "currency", "startsOn", "endsOn"] as const;
