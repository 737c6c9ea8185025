import type { z } from "zod";
import { type Parsed, type FieldCode } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { parseId, parseIdOrNone } from "@/lib/domain/input/address";
import { parseChoice } from "@/lib/domain/input/choice";
import { parseList } from "@/lib/domain/input/list";
import { accept, type Parse } from "@/lib/domain/input/parsed";
import { field } from "@/lib/use-cases/fields";

const FILTERS_MAX = 50;

/** A field of the API: a parser of the core, and how the description shows what it takes. */
export function apiField<T>(parse: Parse<T>, shown: Shown): z.ZodType<T> {
  return field(parse).meta({ ...shown });
}

/** The same, where an absent field says nothing; whatever is given goes to the parser. */
export function whenGiven<T>(parse: Parse<T>, shown: Shown): z.ZodType<T | undefined> {
  return apiField<T | undefined>((input) => (input === undefined ? accept(undefined) : parse(input)), shown);
}

/** `null` empties the field. */
export function orNull<T>(parse: Parse<T>): Parse<T | null> {
  return (input): Parsed<T | null> => (input === null ? accept(null) : parse(input));
}

interface Shown {
  readonly type: "string" | "integer" | "boolean" | "array" | "object" | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: object;
  readonly properties?: object;
  readonly description?: string;
  readonly pattern?: string;
}

export const ID = { type: "string", format: "uuid" } as const;
export const DATE = { type: "string", format: "date" } as const;
export const TEXT = { type: "string" } as const;

export function recordId<T extends Id<string>>(): z.ZodType<T> {
  return apiField<T>(parseId, ID);
}

/** A filter's ids, the name repeated; `none` is the unattributed. */
export function filterField<T extends Id<string>>(): z.ZodType<readonly (T | "none")[]> {
  return apiField((input) => parseList<T | "none">(input, parseIdOrNone, FILTERS_MAX), {
    type: "array",
    items: { type: "string" },
    description: "Ids, the name repeated; `none` is the unattributed.",
  });
}

export function choiceWhenGiven<const T extends string>(choices: readonly T[]): z.ZodType<T | undefined> {
  return whenGiven((input) => parseChoice(input, choices), { type: "string", enum: choices });
}

export function refuseFields(ctx: z.RefinementCtx, fields: Readonly<Record<string, FieldCode>>): void {
  for (const [name, code] of Object.entries(fields)) ctx.addIssue({ code: "custom", path: [name], message: code });
}
