import { sql } from "drizzle-orm";
import {
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
import type { CampaignId, ChannelId, LostReasonId, StageId } from "@/lib/domain/ids";
import type { LeadKind, OpportunityKind, Subject } from "@/lib/domain/pipeline/kinds";
import { createdAt, currencyOf, id, minorUnits, moment, reference, teamId, version } from "./columns";
import { teams } from "./teams";

export const stages = pgTable(
  "stages",
  {
    teamId: teamId().references(() => teams.id),
    id: id<StageId>(),
    subject: text("subject").$type<Subject>().notNull(),
    kind: text("kind").$type<LeadKind | OpportunityKind>().notNull(),
    name: text("name").notNull(),
    /** The name folded for comparison: one rule here and in the app. */
    nameNorm: text("name_norm").notNull(),
    position: integer("position").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("stages_kind_unique").on(t.teamId, t.id, t.subject, t.kind),
    unique("stages_cached_kind_unique").on(t.teamId, t.id, t.kind),
    uniqueIndex("stages_live_name_unique")
      .on(t.teamId, t.subject, t.nameNorm)
      .where(sql`${t.archivedAt} is null`),
    check(
      "stages_kind_check",
      sql`(${t.subject} = 'lead' and ${t.kind} in ('open', 'qualified', 'customer', 'not_a_fit', 'excluded'))
        or (${t.subject} = 'opportunity' and ${t.kind} in ('open', 'won', 'lost'))`,
    ),
    check("stages_name_check", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

export const channels = pgTable(
  "channels",
  {
    teamId: teamId().references(() => teams.id),
    id: id<ChannelId>(),
    name: text("name").notNull(),
    nameNorm: text("name_norm").notNull(),
    /** Other words that an import or a quick-add may use for it, one per line, folded. */
    aliases: text("aliases").notNull().default(""),
    position: integer("position").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    uniqueIndex("channels_live_name_unique")
      .on(t.teamId, t.nameNorm)
      .where(sql`${t.archivedAt} is null`),
    check("channels_name_check", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

export const campaigns = pgTable(
  "campaigns",
  {
    teamId: teamId().references(() => teams.id),
    id: id<CampaignId>(),
    channelId: reference<ChannelId>("channel_id").notNull(),
    name: text("name").notNull(),
    nameNorm: text("name_norm").notNull(),
    audienceSize: integer("audience_size"),
    costMinor: minorUnits("cost_minor"),
    currency: currencyOf(),
    startsOn: date("starts_on"),
    endsOn: date("ends_on"),
    archivedAt: moment("archived_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("campaigns_channel_unique").on(t.teamId, t.id, t.channelId),
    uniqueIndex("campaigns_live_name_unique")
      .on(t.teamId, t.channelId, t.nameNorm)
      .where(sql`${t.archivedAt} is null`),
    foreignKey({
      name: "campaigns_channel_fkey",
      columns: [t.teamId, t.channelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    index("campaigns_channel_index").on(t.teamId, t.channelId),
    check("campaigns_cost_check", sql`(${t.costMinor} is null) = (${t.currency} is null)`),
    check("campaigns_currency_check", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("campaigns_cost_range_check", sql`${t.costMinor} >= 0 and ${t.costMinor} < 100000000000000`),
    check("campaigns_audience_check", sql`${t.audienceSize} >= 0`),
    check("campaigns_dates_check", sql`${t.startsOn} <= ${t.endsOn}`),
    check("campaigns_name_check", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

export const lostReasons = pgTable(
  "lost_reasons",
  {
    teamId: teamId().references(() => teams.id),
    id: id<LostReasonId>(),
    name: text("name").notNull(),
    nameNorm: text("name_norm").notNull(),
    position: integer("position").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    uniqueIndex("lost_reasons_live_name_unique")
      .on(t.teamId, t.nameNorm)
      .where(sql`${t.archivedAt} is null`),
    check("lost_reasons_name_check", sql`char_length(${t.name}) between 1 and 200`),
  ],
);
