import { asId, type Id } from "@/lib/domain/ids";
import type { Parsed } from "@/lib/domain/errors";
import { accept, type Parse } from "./parsed";
import { parseUuid } from "./uuid";

/** The keys of a page's address. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
type Value = Params[string];

/** The value of a key that is meant to stand once. */
export function only(value: Value): string | undefined {
  return typeof value === "object" ? value[0] : value;
}

/** All values of a key that are values of ours; the others are left out, as if they had not been there. */
export function all<T>(value: Value, parse: Parse<T>): readonly T[] {
  const typed = value === undefined ? [] : [value].flat();
  return typed.slice(0, VALUES_MAX).flatMap((one) => {
    const parsed = parse(one);
    return parsed.ok ? [parsed.value] : [];
  });
}

const VALUES_MAX = 50;

export function allIds<T extends Id<string>>(value: Value): readonly T[] {
  return all<T>(value, parseId);
}

export function parseId<T extends Id<string>>(input: unknown): Parsed<T> {
  const uuid = parseUuid(input);
  return uuid.ok ? accept(asId<T>(uuid.value)) : uuid;
}

/** `none` asks for those without one. */
export function parseIdOrNone<T extends Id<string>>(input: unknown): Parsed<T | "none"> {
  return input === "none" ? accept<T | "none">("none") : parseId<T>(input);
}
