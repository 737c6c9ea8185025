import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ChannelId, Id } from "@/lib/domain/ids";
import { createdAt, id, reference, teamId, version } from "./columns";
import { channels } from "./pipeline";
import { teams } from "./teams";

export type TargetMetric = "qualification" | "step2" | "lead-conversion" | "opportunity-conversion";

/** What the team aims at, in basis points (2,500 = 25 %). */
export const targets = pgTable(
  "targets",
  {
    teamId: teamId().references(() => teams.id),
    id: id<Id<"target">>(),
    metric: text("metric").$type<TargetMetric>().notNull(),
    channelId: reference<ChannelId>("channel_id"),
    rateBp: integer("rate_bp").notNull(),
    validFrom: date("valid_from").notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("targets_metric_unique").on(t.teamId, t.metric, t.channelId, t.validFrom).nullsNotDistinct(),
    foreignKey({
      name: "targets_channel_fkey",
      columns: [t.teamId, t.channelId],
      foreignColumns: [channels.teamId, channels.id],
    }),
    index("targets_channel_index").on(t.teamId, t.channelId),
    check("targets_rate_check", sql`${t.rateBp} between 100 and 9900`),
  ],
);
