import { z } from "zod";
import { type Id, asId } from "@/lib/domain/ids";
import { parseBoolean } from "@/lib/domain/input/boolean";
import { parseChoice } from "@/lib/domain/input/choice";
import { parseCurrency } from "@/lib/domain/input/currency";
import { parseDate, parseTypedDate } from "@/lib/domain/input/date";
import { parseEmail } from "@/lib/domain/input/email";
import { parseInstant } from "@/lib/domain/input/instant";
import { parseLeadEmail } from "@/lib/domain/input/lead-email";
import { parseLink, parseOrigin } from "@/lib/domain/input/link";
import { parseList } from "@/lib/domain/input/list";
import { type MinorDigits, type NumberFormat, parseCount, parseMinor, parseMoney } from "@/lib/domain/input/money";
import { parseName } from "@/lib/domain/input/name";
import { parseNote } from "@/lib/domain/input/note";
import { accept, optional, type Parse, refuse } from "@/lib/domain/input/parsed";
import { parseSearch } from "@/lib/domain/input/search";
import { parseSlug } from "@/lib/domain/input/slug";
import { parsePersonName, parseTeamName } from "@/lib/domain/input/team-name";
import { parseToken } from "@/lib/domain/input/token";
import { parseUuid } from "@/lib/domain/input/uuid";
import { parseVersion } from "@/lib/domain/input/version";

/** A parser of the core as a schema. The message of its issue is the code of the field, which `fieldErrors` reads. */
export function field<T>(parse: Parse<T>): z.ZodType<T> {
  // Optional, so that an absent field reaches the parser, too: it alone decides what absence means.
  return z
    .unknown()
    .optional()
    .transform((input, ctx) => {
      const parsed = parse(input);
      if (parsed.ok) return parsed.value;
      ctx.addIssue({ code: "custom", message: parsed.code });
      return z.NEVER;
    });
}

/** The same, where nothing typed is `null`. */
export function optionalField<T>(parse: Parse<T>): z.ZodType<T | null> {
  return field(optional(parse));
}

export const nameField = field((input) => parseName(input));
export const optionalNameField = optionalField((input) => parseName(input));
export const noteField = field(parseNote);
export const optionalNoteField = optionalField(parseNote);
export const teamNameField = field(parseTeamName);
export const personNameField = field(parsePersonName);
export const emailField = field(parseEmail);
export const leadEmailField = field(parseLeadEmail);
export const optionalLeadEmailField = optionalField(parseLeadEmail);
export const linkField = field(parseLink);
export const optionalLinkField = optionalField(parseLink);
export const originField = field(parseOrigin);
export const slugField = field(parseSlug);
export const tokenField = field(parseToken);
export const searchField = field(parseSearch);
export const optionalSearchField = optionalField(parseSearch);

export const currencyField = field(parseCurrency);
export const optionalCurrencyField = optionalField(parseCurrency);
export const minorField = field(parseMinor);
export const optionalMinorField = optionalField(parseMinor);
export const dateField = field(parseDate);
export const optionalDateField = optionalField(parseDate);
export const instantField = field(parseInstant);
export const optionalInstantField = optionalField(parseInstant);
export const booleanField = field(parseBoolean);
export const versionField = field(parseVersion);

/** A box of a form: browsers send "on" for a ticked one, and nothing for the other. */
export const checkboxField = field((input) =>
  input === undefined ? accept(false) : input === "on" ? accept(true) : refuse("choice"),
);

/** A box that must be ticked. */
export const tickedField = field((input) => (input === "on" ? accept(true as const) : refuse("required")));

/** A typed amount in minor units. `digits` are those of its currency (`minorDigits`): yen have no decimals. */
export function moneyField(format: NumberFormat, digits: MinorDigits): z.ZodType<number> {
  return field((input) => parseMoney(input, format, digits));
}

export function optionalMoneyField(format: NumberFormat, digits: MinorDigits): z.ZodType<number | null> {
  return optionalField((input) => parseMoney(input, format, digits));
}

export function optionalCountField(format: NumberFormat): z.ZodType<number | null> {
  return optionalField((input) => parseCount(input, format));
}

export function typedDateField(locale: "nb" | "en"): z.ZodType<string> {
  return field((input) => parseTypedDate(input, locale));
}

export function optionalTypedDateField(locale: "nb" | "en"): z.ZodType<string | null> {
  return optionalField((input) => parseTypedDate(input, locale));
}

export function choiceField<const T extends string>(choices: readonly T[]): z.ZodType<T> {
  return field((input) => parseChoice(input, choices));
}

export function optionalChoiceField<const T extends string>(choices: readonly T[]): z.ZodType<T | null> {
  return optionalField((input) => parseChoice(input, choices));
}

export function idField<T extends Id<string>>(): z.ZodType<T> {
  return field<T>(parseId);
}

export function optionalIdField<T extends Id<string>>(): z.ZodType<T | null> {
  return optionalField<T>(parseId);
}

/** The ids of a repeated field, for what is done to many records at once. */
export function idsField<T extends Id<string>>(lengthMax: number): z.ZodType<readonly T[]> {
  return field((input) => parseList<T>(input, parseId, lengthMax));
}

function parseId<T extends Id<string>>(input: unknown) {
  const uuid = parseUuid(input);
  return uuid.ok ? accept(asId<T>(uuid.value)) : uuid;
}
