import type { Parsed } from "@/lib/domain/errors";
import { isBlank, refuse } from "@/lib/domain/input/parsed";
import { parseText } from "@/lib/domain/input/text";

export const NAME_LENGTH_MAX = 200;

/** One line that a person typed: the name of a lead, a stage, a channel. At most `lengthMax` characters. */
export function parseName(input: unknown, lengthMax = NAME_LENGTH_MAX): Parsed<string> {
  if (isBlank(input)) return refuse("required");
  if (typeof input !== "string") return refuse("text");
  return parseText(input, { lengthMax, lines: false });
}
