import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";
import { isTimeZone } from "@/lib/domain/period";

/** A time zone by its own name, as `Europe/Oslo`. */
export function parseTimeZone(input: unknown): Parsed<string> {
  return isTimeZone(input) ? accept(input) : refuseUnlessBlank(input, "choice");
}
