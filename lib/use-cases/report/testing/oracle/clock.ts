import type { LogRow } from "./rows";

type Time = Pick<LogRow, "occurredAt" | "occurredOn" | "dateOnly">;

const DAY_MS = 86_400_000;

/** Is `end` before `start`? `null` where one of them is not known (metrics.md 1.6). */
export function precedes(end: Time, start: Time): boolean | null {
  if (!end.occurredAt || !start.occurredAt || !end.occurredOn || !start.occurredOn) return null;
  return end.dateOnly || start.dateOnly ? end.occurredOn < start.occurredOn : end.occurredAt < start.occurredAt;
}

/** Days on the wall from start to end; whole ones when one of them is only a day. */
export function daysFrom(start: Time, end: Time, zone: string): number | null {
  if (!end.occurredAt || !start.occurredAt || !end.occurredOn || !start.occurredOn) return null;
  if (end.dateOnly || start.dateOnly) return (Date.parse(end.occurredOn) - Date.parse(start.occurredOn)) / DAY_MS;
  return (wallMs(end.occurredAt, zone) - wallMs(start.occurredAt, zone)) / DAY_MS;
}

export function moment(at: Date, zone: string): Time {
  return { occurredAt: at, occurredOn: new Date(wallMs(at, zone)).toISOString().slice(0, 10), dateOnly: false };
}

/** What the wall of the zone shows, as if it were UTC. */
function wallMs(at: Date, zone: string): number {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  if (known === undefined) formats.set(zone, format);
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`) + (((at.getTime() % 1000) + 1000) % 1000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The month, quarter or ISO week that a day is in. */
export function bucket(day: string, unit: "month" | "quarter" | "week"): string {
  if (unit === "month") return day.slice(0, 7);
  if (unit === "quarter") return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`;
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / DAY_MS / 7) + 1;
  return `${thursday.getUTCFullYear()}-W${week < 10 ? "0" : ""}${week}`;
}
