import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  CampaignId,
  ChannelId,
  Id,
  ImportBatchId,
  LeadId,
  LostReasonId,
  OpportunityId,
  StageId,
  TransitionId,
  UserId,
} from "@/lib/domain/ids";
import type { ExcludedAs, LeadKind, OpportunityKind, Subject } from "@/lib/domain/pipeline/kinds";
import type { TransitionFault } from "@/lib/domain/pipeline/transition";
import { id, moment, reference, teamId } from "./columns";
import { importBatches } from "./imports";
import { campaigns, channels, lostReasons, stages } from "./pipeline";
import { leads, opportunities } from "./records";
import { memberships, teams } from "./teams";

export type ActorKind = "user" | "key" | "system";

/** What both logs carry: their place in the team's one order, and who did it. */
function logColumns() {
  return {
    teamId: teamId().references(() => teams.id),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** SHA-256 over the row and the hash of the row before it in this order. */
    hash: text("hash").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorId: uuid("actor_id"),
  };
}

/** The truth: append-only. Every stage and date on a record is a cache of these rows. */
export const stageTransitions = pgTable(
  "stage_transitions",
  {
    ...logColumns(),
    id: id<TransitionId>(),
    subject: text("subject").$type<Subject>().notNull(),
    leadId: reference<LeadId>("lead_id"),
    opportunityId: reference<OpportunityId>("opportunity_id"),
    /** Null: came in. */
    fromStageId: reference<StageId>("from_stage_id"),
    fromKind: text("from_kind").$type<LeadKind | OpportunityKind>(),
    /** Null: its coming in is undone. */
    toStageId: reference<StageId>("to_stage_id"),
    toKind: text("to_kind").$type<LeadKind | OpportunityKind>(),
    channelId: reference<ChannelId>("channel_id"),
    campaignId: reference<CampaignId>("campaign_id"),
    ownerId: reference<UserId>("owner_id"),
    lostReasonId: reference<LostReasonId>("lost_reason_id"),
    excludedAs: text("excluded_as").$type<ExcludedAs>(),
    occurredAt: moment("occurred_at"),
    /** The local day of `occurred_at` in the team's zone. */
    occurredOn: date("occurred_on"),
    dateOnly: boolean("date_only").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    undoesId: reference<TransitionId>("undoes_id"),
    /** The opportunity's row that brought this lead's row about: undone together. */
    causeId: reference<TransitionId>("cause_id"),
    fault: text("fault").$type<TransitionFault>(),
    batchId: reference<ImportBatchId>("batch_id"),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("stage_transitions_seq_unique").on(t.teamId, t.seq),
    unique("stage_transitions_undoes_unique").on(t.teamId, t.undoesId),
    foreignKey({
      name: "stage_transitions_to_stage_fkey",
      columns: [t.teamId, t.toStageId, t.subject, t.toKind],
      foreignColumns: [stages.teamId, stages.id, stages.subject, stages.kind],
    }),
    foreignKey({
      name: "stage_transitions_from_stage_fkey",
      columns: [t.teamId, t.fromStageId, t.subject, t.fromKind],
      foreignColumns: [stages.teamId, stages.id, stages.subject, stages.kind],
    }),
    foreignKey({
      name: "stage_transitions_lead_fkey",
      columns: [t.teamId, t.leadId],
      foreignColumns: [leads.teamId, leads.id],
    }),
    foreignKey({
      name: "stage_transitions_opportunity_fkey",
      columns: [t.teamId, t.opportunityId],
      foreignColumns: [opportunities.teamId, opportunities.id],
    }),
    foreignKey({
      name: "stage_transitions_channel_fkey",
      columns: [t.teamId, t.channelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    foreignKey({
      name: "stage_transitions_campaign_fkey",
      columns: [t.teamId, t.campaignId, t.channelId],
      foreignColumns: [campaigns.teamId, campaigns.id, campaigns.channelId],
    }),
    foreignKey({
      name: "stage_transitions_owner_fkey",
      columns: [t.teamId, t.ownerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    foreignKey({
      name: "stage_transitions_lost_reason_fkey",
      columns: [t.teamId, t.lostReasonId],
      foreignColumns: [lostReasons.teamId, lostReasons.id],
    }),
    foreignKey({
      name: "stage_transitions_undoes_fkey",
      columns: [t.teamId, t.undoesId],
      foreignColumns: [t.teamId, t.id],
    }),
    foreignKey({
      name: "stage_transitions_cause_fkey",
      columns: [t.teamId, t.causeId],
      foreignColumns: [t.teamId, t.id],
    }),
    foreignKey({
      name: "stage_transitions_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
    index("stage_transitions_lead_index").on(t.teamId, t.leadId, t.seq),
    index("stage_transitions_opportunity_index").on(t.teamId, t.opportunityId, t.seq),
    index("stage_transitions_to_stage_index").on(t.teamId, t.toStageId),
    index("stage_transitions_from_stage_index").on(t.teamId, t.fromStageId),
    index("stage_transitions_channel_index").on(t.teamId, t.channelId),
    index("stage_transitions_campaign_index")
      .on(t.teamId, t.campaignId)
      .where(sql`${t.campaignId} is not null`),
    index("stage_transitions_owner_index")
      .on(t.teamId, t.ownerId)
      .where(sql`${t.ownerId} is not null`),
    index("stage_transitions_lost_reason_index")
      .on(t.teamId, t.lostReasonId)
      .where(sql`${t.lostReasonId} is not null`),
    index("stage_transitions_cause_index")
      .on(t.teamId, t.causeId)
      .where(sql`${t.causeId} is not null`),
    index("stage_transitions_batch_index")
      .on(t.teamId, t.batchId)
      .where(sql`${t.batchId} is not null`),
    check(
      "stage_transitions_subject_check",
      sql`case ${t.subject}
        when 'lead' then ${t.leadId} is not null and ${t.opportunityId} is null
        when 'opportunity' then ${t.opportunityId} is not null
        else false end`,
    ),
    check("stage_transitions_from_check", sql`(${t.fromStageId} is null) = (${t.fromKind} is null)`),
    check("stage_transitions_to_check", sql`(${t.toStageId} is null) = (${t.toKind} is null)`),
    check("stage_transitions_to_undo_check", sql`${t.toStageId} is not null or ${t.undoesId} is not null`),
    check("stage_transitions_campaign_check", sql`${t.campaignId} is null or ${t.channelId} is not null`),
    check("stage_transitions_occurred_check", sql`(${t.occurredAt} is null) = (${t.occurredOn} is null)`),
    check("stage_transitions_excluded_as_check", sql`${t.excludedAs} in ('duplicate', 'spam', 'test')`),
    check("stage_transitions_fault_check", sql`${t.fault} in ('before-start', 'before-previous')`),
    check("stage_transitions_actor_check", sql`${t.actorKind} in ('user', 'key', 'system')`),
  ],
);

/** Who changed what, without anybody's words in it: ids and names of fields. Append-only. */
export const activityLog = pgTable(
  "activity_log",
  {
    ...logColumns(),
    id: id<Id<"activity">>(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    fields: jsonb("fields").$type<readonly string[]>().notNull(),
    occurredAt: moment("occurred_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("activity_log_seq_unique").on(t.teamId, t.seq),
    index("activity_log_subject_index").on(t.teamId, t.subjectKind, t.subjectId, t.seq),
    check("activity_log_actor_check", sql`${t.actorKind} in ('user', 'key', 'system')`),
  ],
);
