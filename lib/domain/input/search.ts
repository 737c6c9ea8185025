import type { Parsed } from "@/lib/domain/errors";
import { parseName } from "@/lib/domain/input/name";

/** What a person looks for: literal text, never a pattern. */
export function parseSearch(input: unknown): Parsed<string> {
  return parseName(input);
}

/** The text as the inside of a LIKE pattern, where it means itself. */
export function escapeLike(search: string): string {
  return search.replace(/[\\%_]/g, "\\$&");
}
