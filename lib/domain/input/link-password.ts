import type { Parsed } from "@/lib/domain/errors";
import { isCommonPassword, parsePassword } from "@/lib/domain/input/password";
import { refuse } from "@/lib/domain/input/parsed";
import { countCodePoints } from "@/lib/domain/input/text";

const LENGTH_MIN = 8;

/** A password for a report link: it is told on, so it may be shorter than an account's; tries at it are counted all the same. */
export function parseLinkPassword(input: unknown): Parsed<string> {
  const parsed = parsePassword(input);
  if (!parsed.ok) return parsed;
  if (countCodePoints(parsed.value) < LENGTH_MIN) return refuse("password-short");
  return isCommonPassword(parsed.value) ? refuse("password-common") : parsed;
}
