import type { Parsed } from "@/lib/domain/errors";
import { parseDate } from "@/lib/domain/input/date";
import { accept, refuse, refuseUnlessBlank } from "@/lib/domain/input/parsed";

const SHAPE =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(\.[0-9]{1,6})?(Z|([+-])(0[0-9]|1[0-4]):([0-5][0-9]))$/;

/** A moment with its offset, given back in UTC: `2026-03-31T22:30:00Z`, decimals of a second kept. */
export function parseInstant(input: unknown): Parsed<string> {
  const parts = typeof input === "string" ? SHAPE.exec(input) : null;
  if (parts === null) return refuseUnlessBlank(input, "date");
  const [, date = "", hour, minute, second, fraction = "", zone, sign, offsetHours, offsetMinutes] = parts;
  if (!parseDate(date).ok || zone === "-00:00") return refuse("date");
  const offset = zone === "Z" ? 0 : (sign === "-" ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const local = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  const utc = new Date(local - offset * 60_000).toISOString().slice(0, 19);
  const decimals = fraction.replace(/\.?0*$/, "");
  return parseDate(utc.slice(0, 10)).ok ? accept(`${utc}${decimals}Z`) : refuse("date");
}
