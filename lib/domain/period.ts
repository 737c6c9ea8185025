import { Temporal } from "temporal-polyfill";

/** Local dates, half-open: `from` belongs to it, `to` does not. */
export type Period = { readonly from: string; readonly to: string };

export type Bounds = {
  readonly startUtc: Date;
  readonly endUtc: Date;
  readonly hours: number;
  readonly days: number;
};

export const PERIOD_KEYS = [
  "12m",
  "month",
  "last-month",
  "quarter",
  "last-quarter",
  "ytd",
  "30d",
  "90d",
  "all",
  "custom",
] as const;
export type PeriodKey = (typeof PERIOD_KEYS)[number];
export type PeriodChoice =
  { readonly key: Exclude<PeriodKey, "custom"> } | { readonly key: "custom"; readonly period: Period };

/** What a period is in the calendar, and so what stands before it. */
export type PeriodKind =
  "range" | "calendarMonth" | "calendarQuarter" | "calendarYear" | "monthToDate" | "quarterToDate" | "yearToDate";

export type Comparison = {
  readonly period: Period;
  readonly previous: Period;
  readonly days: number;
  readonly previousDays: number;
  /** False where the calendar decides, "31 days against 28": the report says so. */
  readonly equalLength: boolean;
};

/** Wall-clock days between two moments; a fault when the end is before its start. */
export type Duration = { readonly fault: false; readonly days: number } | { readonly fault: true };

/** A known moment, or a date whose time nobody knows. */
export type Moment = Date | string;

/** First instant of a local day: where midnight does not exist it is later, where it comes twice the first. */
export function startOfLocalDay(zone: string, date: string): Date {
  return toDate(plain(date).toZonedDateTime(zone));
}

/** From the first instant of a local date to the first of the next. A day that a zone skipped is empty. */
export function dayBounds(zone: string, date: string): Bounds {
  return periodBounds(zone, { from: date, to: addDays(date, 1) });
}

/** The instants of a period in a zone. Reports filter and group by these, never by the database's own calendar. */
export function periodBounds(zone: string, period: Period): Bounds {
  const startUtc = startOfLocalDay(zone, period.from);
  const endUtc = startOfLocalDay(zone, period.to);
  const hours = (endUtc.getTime() - startUtc.getTime()) / HOUR_MS;
  return { startUtc, endUtc, hours, days: daysBetween(period.from, period.to) };
}

/** The date on the wall of the zone at that moment. */
export function localDate(zone: string, at: Date): string {
  return zoned(zone, at).toPlainDate().toString();
}

/** Date and time on the wall of the zone at that moment, to the second: `2026-03-29T03:00:00`. */
export function localTime(zone: string, at: Date): string {
  return zoned(zone, at).toPlainDateTime().toString({ smallestUnit: "second" });
}

/** The moment of a local date and time, read as PostgreSQL does: of an hour that comes twice, the later. */
export function wallTime(zone: string, local: string): Date {
  return toDate(Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "later" }));
}

/** The month of a moment in the zone, `2026-03`. */
export function monthOf(zone: string, at: Date): string {
  return localDate(zone, at).slice(0, 7);
}

/**
 * Wall-clock days from start to end, so a day of 23 or 25 hours is one. Order is judged on instants; if either is a date
 * without a time, both are cut to dates.
 */
export function duration(zone: string, start: Moment, end: Moment): Duration {
  if (typeof start === "string" || typeof end === "string") {
    const days = daysBetween(dateOf(zone, start), dateOf(zone, end));
    return days < 0 ? { fault: true } : { fault: false, days };
  }
  if (end.getTime() < start.getTime()) return { fault: true };
  // In order, yet back on the wall: both sides of an hour that comes twice.
  return { fault: false, days: Math.max(0, (wallMs(zone, end) - wallMs(zone, start)) / DAY_MS) };
}

/** A zone by its own name, which browser, server and database all know. An offset is no zone: it has no summer. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 64 || !ZONE_NAME.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // A RangeError is how Intl says that there is no such zone.
  }
}

const ZONE_NAME = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]*){1,2})$/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The period behind a key of the period picker, or `null` for everything. `today` is the team's local date. */
export function resolvePeriod(choice: PeriodChoice, today: string): Period | null {
  const day = plain(today);
  const month = day.with({ day: 1 });
  const quarter = month.subtract({ months: (month.month - 1) % 3 });
  switch (choice.key) {
    case "12m":
      return between(month.subtract({ months: 11 }), month.add({ months: 1 }));
    case "month":
      return between(month, month.add({ months: 1 }));
    case "last-month":
      return between(month.subtract({ months: 1 }), month);
    case "quarter":
      return between(quarter, quarter.add({ months: 3 }));
    case "last-quarter":
      return between(quarter.subtract({ months: 3 }), quarter);
    case "ytd":
      return between(month.with({ month: 1 }), day.add({ days: 1 }));
    case "30d":
      return between(day.subtract({ days: 29 }), day.add({ days: 1 }));
    case "90d":
      return between(day.subtract({ days: 89 }), day.add({ days: 1 }));
    case "all":
      return null;
    case "custom":
      return choice.period;
  }
}

/** The period before, as the picker means it: a month, quarter or year that still runs is compared to date. */
export function compareWithPrevious(choice: PeriodChoice, today: string): Comparison | null {
  const period = resolvePeriod(choice, today);
  if (period === null) return null;
  const tomorrow = addDays(today, 1);
  const kind = kindOf(choice, period);
  const running = period.from < tomorrow && tomorrow < period.to ? TO_DATE[kind] : undefined;
  return running === undefined
    ? previousPeriod(period, kind)
    : previousPeriod({ from: period.from, to: tomorrow }, running);
}

/** The same dates one year earlier; of a period that still runs, only the days up to today. */
export function compareWithLastYear(choice: PeriodChoice, today: string): Comparison | null {
  const period = resolvePeriod(choice, today);
  if (period === null) return null;
  const tomorrow = addDays(today, 1);
  const to = period.from < tomorrow && tomorrow < period.to ? tomorrow : period.to;
  return samePeriodLastYear({ from: period.from, to });
}

const TO_DATE: Readonly<Partial<Record<PeriodKind, PeriodKind>>> = {
  calendarMonth: "monthToDate",
  calendarQuarter: "quarterToDate",
  calendarYear: "yearToDate",
};

/** Chosen dates that are a whole month, quarter or twelve months are one; thirty days never are. */
function kindOf({ key }: PeriodChoice, period: Period): PeriodKind {
  if (key === "ytd") return "yearToDate";
  const from = plain(period.from);
  if (key === "30d" || key === "90d" || from.day !== 1) return "range";
  if (from.add({ months: 1 }).toString() === period.to) return "calendarMonth";
  if (from.add({ months: 12 }).toString() === period.to) return "calendarYear";
  const isQuarter = (from.month - 1) % 3 === 0 && from.add({ months: 3 }).toString() === period.to;
  return isQuarter ? "calendarQuarter" : "range";
}

const UNIT_MONTHS: Readonly<Record<Exclude<PeriodKind, "range">, number>> = {
  calendarMonth: 1,
  monthToDate: 1,
  calendarQuarter: 3,
  quarterToDate: 3,
  calendarYear: 12,
  yearToDate: 12,
};

/**
 * The period to compare with: N local days against the N before, a calendar unit against the one before, a unit to date
 * against as many days from the start of the unit before, at most all of it.
 */
export function previousPeriod(period: Period, kind: PeriodKind): Comparison {
  const days = daysBetween(period.from, period.to);
  if (kind === "range") return comparison(period, { from: addDays(period.from, -days), to: period.from });
  const from = plain(period.from).subtract({ months: UNIT_MONTHS[kind] }).toString();
  const sameDays = addDays(from, days);
  const isToDate = kind.endsWith("ToDate");
  return comparison(period, { from, to: isToDate && sameDays < period.from ? sameDays : period.from });
}

/** The same dates one year earlier; 29 February is the last of February there. */
export function samePeriodLastYear(period: Period): Comparison {
  const from = plain(period.from).subtract({ years: 1 });
  const lastDay = plain(period.to);
  const to = lastDay.subtract({ years: 1 });
  // As an end, 29 February includes the 28th.
  return comparison(period, between(from, to.day === lastDay.day ? to : to.add({ days: 1 })));
}

/** The weeks, months or quarters of a period, in order and cut to it: together they are the period, none overlaps another. */
export function splitPeriod(
  period: Period,
  unit: "week" | "month" | "quarter",
): readonly (Period & { readonly key: string })[] {
  const parts: (Period & { readonly key: string })[] = [];
  for (let from = period.from; from < period.to;) {
    const next = startOfNext(from, unit);
    const to = next < period.to ? next : period.to;
    parts.push({ key: bucketOf(from, unit), from, to });
    from = to;
  }
  return parts;
}

/** The name of the week (`2026-W53`), month (`2026-03`) or quarter (`2026-Q1`) that a date is in. */
export function bucketOf(date: string, unit: "week" | "month" | "quarter"): string {
  switch (unit) {
    case "week":
      return isoWeek(date);
    case "month":
      return date.slice(0, 7);
    case "quarter":
      return `${date.slice(0, 4)}-Q${Math.ceil(plain(date).month / 3)}`;
  }
}

/** From the first to the last of some weeks, months or quarters: each once, and those between them. */
export function bucketsBetween(keys: readonly string[], unit: "week" | "month" | "quarter") {
  const sorted = keys.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  // ISO weeks may begin in the year before theirs, or end in the one after.
  const years = { from: addDays(`${first.slice(0, 4)}-01-01`, -7), to: addDays(`${last.slice(0, 4)}-12-31`, 8) };
  return splitPeriod(years, unit).filter(({ key }) => first <= key && key <= last);
}

/** The ISO 8601 week of a date, `2026-W53`. */
export function isoWeek(date: string): string {
  const { yearOfWeek, weekOfYear } = plain(date);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;
}

export function addDays(date: string, days: number): string {
  return plain(date).add({ days }).toString();
}

export function daysBetween(from: string, to: string): number {
  return plain(from).until(plain(to), { largestUnit: "day" }).days;
}

function startOfNext(date: string, unit: "week" | "month" | "quarter"): string {
  const day = plain(date);
  if (unit === "week") return day.add({ days: 8 - day.dayOfWeek }).toString();
  const months = unit === "month" ? 1 : 3 - ((day.month - 1) % 3);
  return day.with({ day: 1 }).add({ months }).toString();
}

function comparison(period: Period, previous: Period): Comparison {
  const days = daysBetween(period.from, period.to);
  const previousDays = daysBetween(previous.from, previous.to);
  return { period, previous, days, previousDays, equalLength: days === previousDays };
}

function between(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return { from: from.toString(), to: to.toString() };
}

function plain(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

function zoned(zone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

function wallMs(zone: string, at: Date): number {
  return zoned(zone, at).toPlainDateTime().toZonedDateTime("UTC").epochMilliseconds;
}

function dateOf(zone: string, moment: Moment): string {
  return typeof moment === "string" ? moment : localDate(zone, moment);
}

function toDate(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
