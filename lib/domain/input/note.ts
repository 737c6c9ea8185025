import type { Parsed } from "@/lib/domain/errors";
import { refuse } from "@/lib/domain/input/parsed";
import { parseText } from "@/lib/domain/input/text";

const NOTE_LENGTH_MAX = 10_000;

/** Text of several lines, every line end as LF. May be empty. */
export function parseNote(input: unknown): Parsed<string> {
  if (typeof input !== "string") return refuse(input === undefined || input === null ? "required" : "text");
  return parseText(input, { lengthMax: NOTE_LENGTH_MAX, lines: true });
}
