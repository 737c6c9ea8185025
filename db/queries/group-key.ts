import { type SQL, sql } from "drizzle-orm";
import type { leads, opportunities } from "@/db/schema/records";
import type { Grouping, TimeUnit } from "@/lib/domain/metrics/grouping";
import type { Tally } from "./counted";

type Table = typeof leads | typeof opportunities;

/** The group of a record: an id, or the month, quarter or week (`bucketOf`) of the day on which it counts. No parameters: it is grouped by. */
export function groupKey(table: Table, by: Grouping, day: Tally["day"]): SQL<string | null> {
  switch (by) {
    case "none":
      return NO_KEY;
    case "channel":
      return sql<string | null>`${table.creditedChannelId}`;
    case "campaign":
      return sql<string | null>`${table.creditedCampaignId}`;
    case "owner":
      return sql<string | null>`${table.creditedOwnerId}`;
    case "month":
    case "quarter":
    case "week":
      return day === null ? NO_KEY : BUCKETS[by](day);
  }
}

/** Whether the group of a record depends on what of it is counted. */
export function isByTime(by: Grouping): by is TimeUnit {
  return by in BUCKETS;
}

const NO_KEY = sql<string | null>`null::text`;

const BUCKETS = {
  month: (day) => sql<string | null>`to_char(${day}, 'YYYY-MM')`,
  quarter: (day) => sql<string | null>`to_char(${day}, 'YYYY"-Q"Q')`,
  week: (day) => sql<string | null>`to_char(${day}, 'IYYY"-W"IW')`,
} as const satisfies Record<TimeUnit, (day: NonNullable<Tally["day"]>) => SQL<string | null>>;
