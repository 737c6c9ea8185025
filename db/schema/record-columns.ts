import { boolean, text } from "drizzle-orm/pg-core";
import type { CampaignId, ChannelId, ImportBatchId, StageId, UserId } from "@/lib/domain/ids";
import { createdAt, currencyOf, minorUnits, moment, reference, teamId, version } from "./columns";
import { teams } from "./teams";

/** What a lead and an opportunity share: who answers for it, where it came from, what it may bring, when it was put away. */
export function commonColumns() {
  return {
    teamId: teamId().references(() => teams.id),
    externalId: text("external_id"),
    note: text("note").notNull().default(""),
    channelId: reference<ChannelId>("channel_id"),
    campaignId: reference<CampaignId>("campaign_id"),
    ownerId: reference<UserId>("owner_id"),
    expectedMinor: minorUnits("expected_minor"),
    currency: currencyOf(),
    // From here to `fault`: a cache of the log, written with it. A null stage: its coming in has been undone.
    stageId: reference<StageId>("stage_id"),
    stageSince: moment("stage_since"),
    fault: boolean("fault").notNull().default(false),
    /** What a rate counts it under: channel and campaign as it came in, the owner when it was decided (until then, now). */
    creditedChannelId: reference<ChannelId>("credited_channel_id"),
    creditedCampaignId: reference<CampaignId>("credited_campaign_id"),
    creditedOwnerId: reference<UserId>("credited_owner_id"),
    batchId: reference<ImportBatchId>("batch_id"),
    archivedAt: moment("archived_at"),
    erasedAt: moment("erased_at"),
    version: version(),
    createdAt: createdAt(),
  };
}
