import type { Parsed } from "@/lib/domain/errors";
import { accept, refuse, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** A calendar date as `YYYY-MM-DD`, 1970 to 2099. It stays a string: a `Date` would move it between zones. */
export function parseDate(input: unknown): Parsed<string> {
  const parts = typeof input === "string" ? /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(input) : null;
  if (parts === null) return refuseUnlessBlank(input, "date");
  return dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** A date as a person types it: 1.2.26, 01.02.2026, 2026-02-01, and in English 1/2/2026, day first. */
export function parseTypedDate(input: unknown, locale: "nb" | "en"): Parsed<string> {
  if (typeof input !== "string") return refuseUnlessBlank(input, "date");
  const typed = input.trim();
  const parts = (locale === "en" ? DAY_FIRST_EN : DAY_FIRST).exec(typed);
  if (parts === null) return parseDate(typed);
  const year = Number(parts[4]);
  return dateOf(year < 100 ? 2000 + year : year, Number(parts[3]), Number(parts[1]));
}

const DAY_FIRST = /^([0-9]{1,2})(\.)([0-9]{1,2})\.([0-9]{2}|[0-9]{4})$/;
const DAY_FIRST_EN = /^([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})$/;

/** The date, if there is such a day within what we store. */
export function dateOf(year: number, month: number, day: number): Parsed<string> {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDay || year < 1970 || year > 2099) return refuse("date");
  return accept(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
