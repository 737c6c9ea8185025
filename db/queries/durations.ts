import { type SQL, sql } from "drizzle-orm";

/** When something happened, as the log has it: a moment with its local day, or only the day. */
export interface Point {
  readonly at: SQL;
  readonly day: SQL;
  readonly dateOnly: SQL;
}

export function pointOf(alias: string, prefix = "occurred"): Point {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`;
  return prefix === "occurred"
    ? { at: column("occurred_at"), day: column("occurred_on"), dateOnly: column("date_only") }
    : { at: column(`${prefix}_at`), day: column(`${prefix}_day`), dateOnly: column(`${prefix}_date_only`) };
}

/** Strictly before; by local days as soon as one is only a day. Unknown times give unknown. */
export function isBefore(a: Point, b: Point): SQL {
  return sql`case when ${a.dateOnly} or ${b.dateOnly} then ${a.day} < ${b.day} else ${a.at} < ${b.at} end`;
}

/** No more than so many days on the wall clock (metrics.md 1.6). */
export function isWithin(days: number, start: Point, end: Point, timeZone: string): SQL {
  return sql`case when ${start.dateOnly} or ${end.dateOnly} then ${end.day} - ${start.day} <= ${days}::int
    else (${end.at} at time zone ${timeZone}) - (${start.at} at time zone ${timeZone}) <= make_interval(days => ${days}::int) end`;
}

/** At least so many days old at a moment. */
export function isAged(days: number, start: Point, at: Date, timeZone: string): SQL {
  const wall = sql`(${at.toISOString()}::timestamptz at time zone ${timeZone})`;
  return sql`case when ${start.dateOnly} then ${wall}::date - ${start.day} >= ${days}::int
    else ${wall} - (${start.at} at time zone ${timeZone}) >= make_interval(days => ${days}::int) end`;
}
