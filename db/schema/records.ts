import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { DealId, ImportBatchId, LeadId, LostReasonId, OpportunityId } from "@/lib/domain/ids";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { ExcludedAs, LeadKind, OpportunityKind } from "@/lib/domain/pipeline/kinds";
import { createdAt, currencyOf, id, minorUnits, moment, reference, teamId, version } from "./columns";
import { importBatches } from "./imports";
import { campaigns, channels, lostReasons, stages } from "./pipeline";
import { commonColumns } from "./record-columns";
import { memberships, teams } from "./teams";

export const leads = pgTable(
  "leads",
  {
    ...commonColumns(),
    id: id<LeadId>(),
    name: text("name"),
    nameNorm: text("name_norm"),
    company: text("company"),
    email: text("email"),
    phone: text("phone"),
    kind: text("kind").$type<LeadKind>(),
    excludedAs: text("excluded_as").$type<ExcludedAs>(),
    cameInAt: moment("came_in_at"),
    cameInDay: date("came_in_day"),
    /** Has an opportunity, opened no later than its first deal; the time below is null where nobody knows it. */
    qualified: boolean("qualified").notNull().default(false),
    qualifiedAt: moment("qualified_at"),
    qualifiedDay: date("qualified_day"),
    /** First standing conversion to customer, or last standing "not a fit". */
    decidedAt: moment("decided_at"),
    decidedDay: date("decided_day"),
    /** Won if one of its opportunities is, else open if one is, else lost; null without any. */
    opportunityKind: text("opportunity_kind").$type<OpportunityKind>(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("leads_external_id_unique").on(t.teamId, t.externalId),
    foreignKey({
      name: "leads_stage_fkey",
      columns: [t.teamId, t.stageId, t.kind],
      foreignColumns: [stages.teamId, stages.id, stages.kind],
    }),
    foreignKey({
      name: "leads_channel_fkey",
      columns: [t.teamId, t.channelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    foreignKey({
      name: "leads_campaign_fkey",
      columns: [t.teamId, t.campaignId, t.channelId],
      foreignColumns: [campaigns.teamId, campaigns.id, campaigns.channelId],
    }),
    foreignKey({
      name: "leads_owner_fkey",
      columns: [t.teamId, t.ownerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    foreignKey({
      name: "leads_credited_channel_fkey",
      columns: [t.teamId, t.creditedChannelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    foreignKey({
      name: "leads_credited_campaign_fkey",
      columns: [t.teamId, t.creditedCampaignId, t.creditedChannelId],
      foreignColumns: [campaigns.teamId, campaigns.id, campaigns.channelId],
    }),
    foreignKey({
      name: "leads_credited_owner_fkey",
      columns: [t.teamId, t.creditedOwnerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    foreignKey({
      name: "leads_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
    index("leads_stage_index").on(t.teamId, t.stageId, t.id),
    index("leads_channel_index").on(t.teamId, t.channelId, t.id),
    index("leads_campaign_index").on(t.teamId, t.campaignId, t.channelId),
    index("leads_owner_index").on(t.teamId, t.ownerId, t.id),
    index("leads_credited_channel_index").on(t.teamId, t.creditedChannelId, t.creditedCampaignId),
    index("leads_credited_owner_index").on(t.teamId, t.creditedOwnerId),
    index("leads_batch_index").on(t.teamId, t.batchId),
    index("leads_email_index").on(t.teamId, t.email),
    index("leads_name_index").on(t.teamId, t.nameNorm, t.id),
    check("leads_campaign_check", sql`${t.campaignId} is null or ${t.channelId} is not null`),
    check("leads_credited_campaign_check", sql`${t.creditedCampaignId} is null or ${t.creditedChannelId} is not null`),
    check("leads_expected_check", sql`(${t.expectedMinor} is null) = (${t.currency} is null)`),
    check("leads_currency_check", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("leads_expected_range_check", sql`${t.expectedMinor} >= 0 and ${t.expectedMinor} < 100000000000000`),
    check("leads_stage_check", sql`(${t.stageId} is null) = (${t.kind} is null)`),
    check("leads_kind_check", sql`${t.kind} in ('open', 'qualified', 'customer', 'not_a_fit', 'excluded')`),
    check("leads_excluded_check", sql`(${t.excludedAs} is not null) = coalesce(${t.kind} = 'excluded', false)`),
    check("leads_excluded_as_check", sql`${t.excludedAs} in ('duplicate', 'spam', 'test')`),
    check("leads_came_in_check", sql`(${t.cameInAt} is null) = (${t.cameInDay} is null)`),
    check(
      "leads_contact_check",
      sql`char_length(${t.company}) <= 200 and char_length(${t.email}) <= 320 and char_length(${t.phone}) <= 200`,
    ),
    check("leads_note_check", sql`char_length(${t.note}) <= 10000`),
    check("leads_external_id_check", sql`char_length(${t.externalId}) between 1 and 200`),
    check("leads_name_check", sql`char_length(${t.name}) between 1 and 200`),
    check("leads_erased_check", sql`${t.erasedAt} is not null or ${t.name} is not null`),
    check(
      "leads_erased_empty_check",
      sql`${t.erasedAt} is null or (coalesce(${t.externalId}, ${t.name}, ${t.nameNorm}, ${t.company}, ${t.email}, ${t.phone}) is null and ${t.note} = '')`,
    ),
  ],
);

export const opportunities = pgTable(
  "opportunities",
  {
    ...commonColumns(),
    id: id<OpportunityId>(),
    leadId: reference<LeadId>("lead_id"),
    name: text("name"),
    nameNorm: text("name_norm"),
    kind: text("kind").$type<OpportunityKind>(),
    openedAt: moment("opened_at"),
    openedDay: date("opened_day"),
    closedAt: moment("closed_at"),
    closedDay: date("closed_day"),
    lostReasonId: reference<LostReasonId>("lost_reason_id"),
    /** Without a lead, or with one that is out of the rates: excluded, or never came in after all. */
    withoutLead: boolean("without_lead").notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("opportunities_external_id_unique").on(t.teamId, t.externalId),
    foreignKey({
      name: "opportunities_lead_fkey",
      columns: [t.teamId, t.leadId],
      foreignColumns: [leads.teamId, leads.id],
    }),
    foreignKey({
      name: "opportunities_stage_fkey",
      columns: [t.teamId, t.stageId, t.kind],
      foreignColumns: [stages.teamId, stages.id, stages.kind],
    }),
    foreignKey({
      name: "opportunities_channel_fkey",
      columns: [t.teamId, t.channelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    foreignKey({
      name: "opportunities_campaign_fkey",
      columns: [t.teamId, t.campaignId, t.channelId],
      foreignColumns: [campaigns.teamId, campaigns.id, campaigns.channelId],
    }),
    foreignKey({
      name: "opportunities_owner_fkey",
      columns: [t.teamId, t.ownerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    foreignKey({
      name: "opportunities_lost_reason_fkey",
      columns: [t.teamId, t.lostReasonId],
      foreignColumns: [lostReasons.teamId, lostReasons.id],
    }),
    foreignKey({
      name: "opportunities_credited_channel_fkey",
      columns: [t.teamId, t.creditedChannelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    foreignKey({
      name: "opportunities_credited_campaign_fkey",
      columns: [t.teamId, t.creditedCampaignId, t.creditedChannelId],
      foreignColumns: [campaigns.teamId, campaigns.id, campaigns.channelId],
    }),
    foreignKey({
      name: "opportunities_credited_owner_fkey",
      columns: [t.teamId, t.creditedOwnerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    foreignKey({
      name: "opportunities_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
    index("opportunities_lead_index").on(t.teamId, t.leadId),
    index("opportunities_stage_index").on(t.teamId, t.stageId, t.id),
    index("opportunities_channel_index").on(t.teamId, t.channelId, t.id),
    index("opportunities_campaign_index").on(t.teamId, t.campaignId, t.channelId),
    index("opportunities_owner_index").on(t.teamId, t.ownerId, t.id),
    index("opportunities_lost_reason_index").on(t.teamId, t.lostReasonId),
    index("opportunities_credited_channel_index").on(t.teamId, t.creditedChannelId, t.creditedCampaignId),
    index("opportunities_credited_owner_index").on(t.teamId, t.creditedOwnerId),
    index("opportunities_batch_index").on(t.teamId, t.batchId),
    index("opportunities_name_index").on(t.teamId, t.nameNorm, t.id),
    check("opportunities_campaign_check", sql`${t.campaignId} is null or ${t.channelId} is not null`),
    check(
      "opportunities_credited_campaign_check",
      sql`${t.creditedCampaignId} is null or ${t.creditedChannelId} is not null`,
    ),
    check("opportunities_expected_check", sql`(${t.expectedMinor} is null) = (${t.currency} is null)`),
    check("opportunities_currency_check", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("opportunities_expected_range_check", sql`${t.expectedMinor} >= 0 and ${t.expectedMinor} < 100000000000000`),
    check("opportunities_stage_check", sql`(${t.stageId} is null) = (${t.kind} is null)`),
    check("opportunities_kind_check", sql`${t.kind} in ('open', 'won', 'lost')`),
    check("opportunities_opened_check", sql`(${t.openedAt} is null) = (${t.openedDay} is null)`),
    check("opportunities_closed_check", sql`${t.closedAt} is null or ${t.kind} in ('won', 'lost')`),
    check("opportunities_note_check", sql`char_length(${t.note}) <= 10000`),
    check("opportunities_external_id_check", sql`char_length(${t.externalId}) between 1 and 200`),
    check("opportunities_name_check", sql`char_length(${t.name}) between 1 and 200`),
    check("opportunities_erased_check", sql`${t.erasedAt} is not null or ${t.name} is not null`),
    check(
      "opportunities_erased_empty_check",
      sql`${t.erasedAt} is null or (coalesce(${t.externalId}, ${t.name}, ${t.nameNorm}) is null and ${t.note} = '')`,
    ),
  ],
);

export const deals = pgTable(
  "deals",
  {
    teamId: teamId().references(() => teams.id),
    id: id<DealId>(),
    externalId: text("external_id"),
    opportunityId: reference<OpportunityId>("opportunity_id"),
    leadId: reference<LeadId>("lead_id"),
    kind: text("kind").$type<DealKind>().notNull(),
    /** Monthly for subscription and retainer, whole for project and one-off; null when an import did not know it. */
    amountMinor: minorUnits("amount_minor"),
    currency: currencyOf(),
    termMonths: integer("term_months"),
    signedOn: date("signed_on"),
    voidedAt: moment("voided_at"),
    batchId: reference<ImportBatchId>("batch_id"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("deals_external_id_unique").on(t.teamId, t.externalId),
    foreignKey({
      name: "deals_opportunity_fkey",
      columns: [t.teamId, t.opportunityId],
      foreignColumns: [opportunities.teamId, opportunities.id],
    }),
    foreignKey({ name: "deals_lead_fkey", columns: [t.teamId, t.leadId], foreignColumns: [leads.teamId, leads.id] }),
    foreignKey({
      name: "deals_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
    index("deals_lead_index").on(t.teamId, t.leadId),
    index("deals_opportunity_index").on(t.teamId, t.opportunityId),
    uniqueIndex("deals_live_opportunity_unique")
      .on(t.teamId, t.opportunityId)
      .where(sql`${t.voidedAt} is null and ${t.opportunityId} is not null`),
    index("deals_batch_index").on(t.teamId, t.batchId),
    index("deals_signed_index").on(t.teamId, t.signedOn, t.id),
    check("deals_of_check", sql`${t.opportunityId} is not null or ${t.leadId} is not null`),
    check("deals_amount_check", sql`(${t.amountMinor} is null) = (${t.currency} is null)`),
    check("deals_currency_check", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("deals_external_id_check", sql`char_length(${t.externalId}) between 1 and 200`),
    check("deals_amount_range_check", sql`${t.amountMinor} >= 0 and ${t.amountMinor} < 100000000000000`),
    check("deals_kind_check", sql`${t.kind} in ('subscription', 'project', 'retainer', 'one_off')`),
    check("deals_term_check", sql`${t.termMonths} between 1 and 1200`),
  ],
);
