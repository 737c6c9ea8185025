import { sql } from "drizzle-orm";
import { boolean, check, date, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { CampaignId, ChannelId, ImportBatchId, UserId } from "@/lib/domain/ids";
import type { OutcomeCount } from "@/lib/domain/metrics/maturation";
import type { DecisionKind } from "@/lib/domain/metrics/maturity";
import type { LeadKind, OpportunityKind, Subject } from "@/lib/domain/pipeline/kinds";
import { id, reference, teamId } from "./columns";
import { teams } from "./teams";

// Written by triggers and by the fold alone (docs/decisions/007-counting.md). They hold no keys to what they speak of: the
// records that they are made of do.

/** What of a record its counts are made of, as it was (−1) and as it became (+1). */
function changeColumns() {
  return {
    teamId: teamId().references(() => teams.id),
    id: id().defaultRandom(),
    sign: smallint("sign").notNull(),
    fault: boolean("fault").notNull(),
    creditedChannelId: reference<ChannelId>("credited_channel_id"),
    creditedCampaignId: reference<CampaignId>("credited_campaign_id"),
    creditedOwnerId: reference<UserId>("credited_owner_id"),
    batchId: reference<ImportBatchId>("batch_id"),
  };
}

export const leadChanges = pgTable(
  "lead_changes",
  {
    ...changeColumns(),
    kind: text("kind").$type<LeadKind>().notNull(),
    cameInDay: date("came_in_day"),
    qualified: boolean("qualified").notNull(),
    qualifiedDay: date("qualified_day"),
    decidedDay: date("decided_day"),
    opportunityKind: text("opportunity_kind").$type<OpportunityKind>(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.id] }), check("lead_changes_sign_check", sql`${t.sign} in (-1, 1)`)],
);

export const opportunityChanges = pgTable(
  "opportunity_changes",
  {
    ...changeColumns(),
    kind: text("kind").$type<OpportunityKind>().notNull(),
    openedDay: date("opened_day"),
    closedDay: date("closed_day"),
    withoutLead: boolean("without_lead").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    check("opportunity_changes_sign_check", sql`${t.sign} in (-1, 1)`),
  ],
);

/** By what a row of counters groups: a part of the team in one way, or in all three at once for filters. */
export const COUNTED_BY = ["total", "channel", "campaign", "owner", "all"] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** A month in one part of the team. Nobody and whatever does not group are the id of zeros, for a key has no nulls. */
function counterColumns() {
  return {
    teamId: teamId().references(() => teams.id),
    countedBy: text("counted_by").$type<CountedBy>().notNull(),
    /** The first of the month; `-infinity` without a date, `infinity` for what counts whatever the period. */
    month: date("month").notNull(),
    sample: boolean("sample").notNull(),
    channelId: uuid("channel_id").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
  };
}

function counter(name: string) {
  return integer(name).notNull().default(0);
}

/** One column for each tally of `leadTallies`, by start and by decision. */
export const leadCounts = pgTable(
  "lead_counts",
  {
    ...counterColumns(),
    startTotal: counter("start_total"),
    startOpen: counter("start_open"),
    startNotAFit: counter("start_not_a_fit"),
    startDirect: counter("start_direct"),
    startQualified: counter("start_qualified"),
    startQualifiedOpen: counter("start_qualified_open"),
    startQualifiedLost: counter("start_qualified_lost"),
    startWaiting: counter("start_waiting"),
    startCustomers: counter("start_customers"),
    startExcluded: counter("start_excluded"),
    startFaulty: counter("start_faulty"),
    startUndated: counter("start_undated"),
    startNotAFitUnqualified: counter("start_not_a_fit_unqualified"),
    decisionNotAFit: counter("decision_not_a_fit"),
    decisionDirect: counter("decision_direct"),
    decisionQualified: counter("decision_qualified"),
    decisionWaiting: counter("decision_waiting"),
    decisionCustomers: counter("decision_customers"),
    decisionExcluded: counter("decision_excluded"),
    decisionFaulty: counter("decision_faulty"),
    decisionUndated: counter("decision_undated"),
    decisionNotAFitUnqualified: counter("decision_not_a_fit_unqualified"),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.countedBy, t.month, t.sample, t.channelId, t.campaignId, t.ownerId] }),
    check("lead_counts_counted_by_check", sql`${t.countedBy} in ('total', 'channel', 'campaign', 'owner', 'all')`),
  ],
);

export const opportunityCounts = pgTable(
  "opportunity_counts",
  {
    ...counterColumns(),
    startTotal: counter("start_total"),
    startOpen: counter("start_open"),
    startWon: counter("start_won"),
    startLost: counter("start_lost"),
    startWithoutLead: counter("start_without_lead"),
    startFaulty: counter("start_faulty"),
    startUndated: counter("start_undated"),
    decisionWon: counter("decision_won"),
    decisionLost: counter("decision_lost"),
    decisionWithoutLead: counter("decision_without_lead"),
    decisionFaulty: counter("decision_faulty"),
    decisionUndated: counter("decision_undated"),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.countedBy, t.month, t.sample, t.channelId, t.campaignId, t.ownerId] }),
    check(
      "opportunity_counts_counted_by_check",
      sql`${t.countedBy} in ('total', 'channel', 'campaign', 'owner', 'all')`,
    ),
  ],
);

/** What is open by the day on which it came in, in one part of the team each: few rows, from which what is young is counted. */
export const openCounts = pgTable(
  "open_counts",
  {
    teamId: teamId().references(() => teams.id),
    subject: text("subject").$type<Subject>().notNull(),
    countedBy: text("counted_by").$type<Exclude<CountedBy, "all">>().notNull(),
    day: date("day").notNull(),
    sample: boolean("sample").notNull(),
    channelId: uuid("channel_id").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
    startOpen: counter("start_open"),
    startQualifiedOpen: counter("start_qualified_open"),
    startWaiting: counter("start_waiting"),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.subject, t.countedBy, t.day, t.sample, t.channelId, t.campaignId, t.ownerId] }),
    check("open_counts_subject_check", sql`${t.subject} in ('lead', 'opportunity')`),
    check("open_counts_counted_by_check", sql`${t.countedBy} in ('total', 'channel', 'campaign', 'owner')`),
  ],
);

/** How long decisions take: what was decided by the month in which it began, what is open by the day. */
export const lagCounts = pgTable(
  "lag_counts",
  {
    teamId: teamId().references(() => teams.id),
    decision: text("decision").$type<DecisionKind>().notNull(),
    sample: boolean("sample").notNull(),
    began: date("began").notNull(),
    outcome: text("outcome").$type<OutcomeCount["outcome"]>().notNull(),
    /** 0 of what is open: its age is the reader's. */
    days: integer("days").notNull(),
    records: counter("records"),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.decision, t.began, t.outcome, t.days, t.sample] }),
    check("lag_counts_decision_check", sql`${t.decision} in ('lead', 'qualification', 'opportunity')`),
    check("lag_counts_outcome_check", sql`${t.outcome} in ('open', 'converted', 'ended')`),
  ],
);
