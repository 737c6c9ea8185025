import { type SQL, sql } from "drizzle-orm";

/** What is counted of each channel in one reading: that it came in with, or with none. */
export interface OfChannel {
  readonly channel: string | null;
}

/** By what the rows are told apart: a table's channel, or nothing. */
export type Channel = SQL<string | null>;

export const ALL: Channel = sql<string | null>`null::uuid`;

/** The rows of such a reading, of one channel or of all, without it. */
export function rowsOf<T extends OfChannel>(rows: readonly T[], of: "all" | OfChannel = "all"): Omit<T, "channel">[] {
  return rows.flatMap(({ channel, ...row }) => (of === "all" || of.channel === channel ? [row] : []));
}
