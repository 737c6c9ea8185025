import type { FieldCode, Parsed } from "@/lib/domain/errors";

export type Parse<T> = (input: unknown) => Parsed<T>;

/** Makes a field optional: nothing typed is `null`, everything else goes to the parser. */
export function optional<T>(parse: Parse<T>): Parse<T | null> {
  return (input) => (isBlank(input) ? accept(null) : parse(input));
}

/** Nothing typed: absent, `null`, or only white space. */
export function isBlank(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === "string" && input.trim() === "");
}

export function accept<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refuse(code: FieldCode): { readonly ok: false; readonly code: FieldCode } {
  return { ok: false, code };
}

/** The refusal of a field that holds nothing, or not what its form demands. */
export function refuseUnlessBlank(input: unknown, code: FieldCode): { readonly ok: false; readonly code: FieldCode } {
  return refuse(isBlank(input) ? "required" : code);
}
