import type { Parsed } from "@/lib/domain/errors";
import { dateOf, parseDate } from "@/lib/domain/input/date";
import { refuse, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** How the dates of one imported column are written. Chosen for the column, never guessed per cell. */
export const DATE_FORMATS = ["yyyy-mm-dd", "d.m.yyyy", "d/m/yyyy", "m/d/yyyy", "d.m.yy", "d/m/yy", "m/d/yy"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** A date of an imported column, in the column's own format and no other. Two-digit years are of this century. */
export function parseDateImport(input: unknown, format: DateFormat): Parsed<string> {
  if (typeof input !== "string") return refuseUnlessBlank(input, "date");
  const text = input.trim();
  if (format === "yyyy-mm-dd") return parseDate(text);
  const [, first, sign, second, year] = /^([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})$/.exec(text) ?? [];
  if (first === undefined || year === undefined) return refuseUnlessBlank(input, "date");
  const isFormat = format.charAt(1) === sign && format.slice(4).length === year.length;
  if (!isFormat) return refuse("date");
  const [day, month] = format.startsWith("d") ? [first, second] : [second, first];
  return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
}
