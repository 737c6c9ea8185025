import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

export type NumberFormat = "nb" | "en";
export type MinorDigits = 0 | 2 | 3;

/** Minor units stay under this, and so does every column that holds them. */
export const MINOR_MAX = 10 ** 14;
const COUNT_MAX = 2 ** 31;
const WHOLE_DIGITS_MAX = 12;
const LENGTH_MAX = 64;
const SHAPE = /^[0-9](?:[0-9 \u00a0\u202f.,]*[0-9])?$/;
const WHOLE = /^(?:0|[1-9][0-9]*)$/;

/** A typed amount as integer minor units. What could be read in two ways, a factor of a thousand apart, is refused. */
export function parseMoney(input: unknown, format: NumberFormat, digits: MinorDigits = 2): Parsed<number> {
  const minor = typeof input === "string" ? readAmount(input, format, digits) : null;
  return minor === null || minor >= MINOR_MAX ? refuseUnlessBlank(input, "amount") : accept(minor);
}

/** A typed number of things: as an amount, without decimals. */
export function parseCount(input: unknown, format: NumberFormat): Parsed<number> {
  const count = typeof input === "string" ? readAmount(input, format, 0) : null;
  return count === null || count >= COUNT_MAX ? refuseUnlessBlank(input, "count") : accept(count);
}

/** An amount in a JSON body: already in minor units. */
export function parseMinor(input: unknown): Parsed<number> {
  const isMinor = Number.isSafeInteger(input) && typeof input === "number" && input >= 0 && input < MINOR_MAX;
  return isMinor ? accept(input + 0) : refuseUnlessBlank(input, "amount");
}

function readAmount(input: string, format: NumberFormat, digits: MinorDigits): number | null {
  const text = input.length > LENGTH_MAX ? "" : input.replace(/^[ \u00a0\u202f]+|[ \u00a0\u202f]+$/g, "");
  if (!SHAPE.test(text)) return null;
  const at = decimalSignAt(text, format, digits);
  if (at === "ambiguous") return null;
  const whole = ungroup(at === null ? text : text.slice(0, at));
  const decimals = at === null ? "" : text.slice(at + 1);
  if (whole === null || !WHOLE.test(whole) || whole.length > WHOLE_DIGITS_MAX) return null;
  if (decimals.length > digits || !/^[0-9]*$/.test(decimals)) return null;
  return Number(whole + decimals.padEnd(digits, "0"));
}

function decimalSignAt(text: string, format: NumberFormat, digits: MinorDigits): number | null | "ambiguous" {
  const commas = text.split(",").length - 1;
  const points = text.split(".").length - 1;
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (commas > 0 && points > 0) return /[ \u00a0\u202f]/.test(text) ? "ambiguous" : last;
  if (commas + points !== 1) return null;
  if (text.length - last - 1 !== 3) return last;
  if (format === "en") return commas === 1 ? null : last;
  // "1.234" and "1,234": a thousand and some, or one and some. Only what cannot be a group before the sign settles it,
  // or, in a currency of thousandths, the decimal sign itself: without it a field could not take back what it shows.
  if (digits !== 3) return "ambiguous";
  return commas === 1 || !/^[1-9][0-9]{0,2}$/.test(text.slice(0, last)) ? last : "ambiguous";
}

/** Joins groups of three behind one kind of sign; anything else is no number. */
function ungroup(whole: string): string | null {
  const sign = /[^0-9]/.exec(whole)?.[0];
  if (sign === undefined) return whole;
  const [first = "", ...rest] = whole.split(sign);
  const isGrouped = /^[0-9]{1,3}$/.test(first) && rest.every((group) => /^[0-9]{3}$/.test(group));
  return isGrouped ? first + rest.join("") : null;
}
