import { z } from "zod";
import { AppError, type FieldErrors, type Parsed } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { parseId } from "@/lib/domain/input/address";
import { CURRENCIES, parseCurrency } from "@/lib/domain/input/currency";
import { parseDate } from "@/lib/domain/input/date";
import { parseInstant } from "@/lib/domain/input/instant";
import { parseLeadEmail } from "@/lib/domain/input/lead-email";
import { parseMinor } from "@/lib/domain/input/money";
import { NAME_LENGTH_MAX, parseName } from "@/lib/domain/input/name";
import { parseNote } from "@/lib/domain/input/note";
import { parseVersion } from "@/lib/domain/input/version";
import { apiField, ID, orNull, TEXT, whenGiven } from "./fields";

const LINE = { ...TEXT, description: `One line, at most ${NAME_LENGTH_MAX} characters.` } as const;
const OR_NULL = ["string", "null"] as const;

export const NAME = apiField((input) => parseName(input), LINE);
export const NAME_GIVEN = whenGiven((input) => parseName(input), LINE);
export const LINE_OR_NULL = whenGiven(
  orNull((input) => parseName(input)),
  { ...LINE, type: OR_NULL },
);
export const EXTERNAL_ID = whenGiven(
  orNull((input) => parseName(input)),
  { ...LINE, type: OR_NULL, description: "What it is called elsewhere; imports find it by this. One record's alone." },
);
export const EMAIL_OR_NULL = whenGiven(orNull(parseLeadEmail), { type: OR_NULL, format: "email" });
export const NOTE_GIVEN = whenGiven(parseNote, { ...TEXT, description: "Lines of text; may be empty." });

export function idOrNull<T extends Id<string>>(): z.ZodType<T | null | undefined> {
  return whenGiven<T | null>(orNull<T>(parseId), { ...ID, type: OR_NULL });
}

export function idGiven<T extends Id<string>>(): z.ZodType<T | undefined> {
  return whenGiven<T>(parseId, ID);
}

/** Which version of the record was seen, from `If-Match`. */
export const VERSION = apiField(parseVersion, { type: "integer" });

/** Minor units and their currency, both. */
export const MONEY = z.strictObject({
  minor: apiField(parseMinor, { type: "integer", description: "In minor units." }),
  currency: apiField(parseCurrency, { type: "string", enum: CURRENCIES }),
});
export const MONEY_OR_NULL = MONEY.nullable().optional();

/** When something happened: a moment, or a day of the team's zone. Absent is now. */
export const MOMENT = whenGiven(parseMoment, {
  type: "string",
  description: "RFC 3339 in UTC or with its offset, or a date: that day in the team's zone. Absent: now.",
});

function parseMoment(input: unknown): Parsed<string> {
  const day = parseDate(input);
  return day.ok ? day : parseInstant(input);
}

/** A use-case refuses the fields of a form; the API tells of them by its own names. */
export async function renamed<T>(names: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.details.fields === undefined) throw error;
    const fields = Object.entries(error.details.fields).map(([name, code]) => [names[name] ?? name, code] as const);
    const told: FieldErrors = Object.fromEntries(fields);
    throw new AppError(error.code, { ...error.details, fields: told }, { cause: error });
  }
}
