"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { addCampaign, addCampaignInput } from "@/lib/use-cases/campaigns/add-campaign";
import { archiveCampaign, ArchiveCampaignInput } from "@/lib/use-cases/campaigns/archive-campaign";
import { editCampaign, editCampaignInput } from "@/lib/use-cases/campaigns/edit-campaign";
import { addChannel, AddChannelInput } from "@/lib/use-cases/channels/add-channel";
import { archiveChannel, ArchiveChannelInput } from "@/lib/use-cases/channels/archive-channel";
import { editChannel, EditChannelInput } from "@/lib/use-cases/channels/edit-channel";

export const addChannelAction = teamAction({ needs: "channel:create", input: AddChannelInput, run: addChannel });
export const editChannelAction = teamAction({ needs: "settings:channels", input: EditChannelInput, run: editChannel });
export const archiveChannelAction = teamAction({
  needs: "settings:channels",
  input: ArchiveChannelInput,
  run: archiveChannel,
});
export const addCampaignAction = teamAction({
  needs: "campaign:create",
  input: localized(addCampaignInput),
  run: addCampaign,
});
export const editCampaignAction = teamAction({
  needs: "campaign:edit",
  input: localized(editCampaignInput),
  run: editCampaign,
});
export const archiveCampaignAction = teamAction({
  needs: "settings:channels",
  input: ArchiveCampaignInput,
  run: archiveCampaign,
});
