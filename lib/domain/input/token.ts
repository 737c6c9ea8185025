import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

// 32 bytes as base64url: the last sign carries four bits, so it is one of sixteen.
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** The secret part of a report link, an invitation or a letter, in its one spelling. */
export function parseToken(input: unknown): Parsed<string> {
  return typeof input === "string" && TOKEN.test(input) ? accept(input) : refuseUnlessBlank(input, "choice");
}
