import type { Parsed } from "@/lib/domain/errors";
import { accept, type Parse, refuse } from "@/lib/domain/input/parsed";

/** The values of a repeated field: none, one or many, at most `lengthMax`. One bad value refuses all. */
export function parseList<T>(input: unknown, parse: Parse<T>, lengthMax: number): Parsed<readonly T[]> {
  const inputs: readonly unknown[] = input === undefined ? [] : Array.isArray(input) ? input : [input];
  if (inputs.length > lengthMax) return refuse("too-long");
  const values: T[] = [];
  for (const each of inputs) {
    const parsed = parse(each);
    if (!parsed.ok) return parsed;
    values.push(parsed.value);
  }
  return accept(values);
}
