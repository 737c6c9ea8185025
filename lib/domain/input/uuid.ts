import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The one spelling of a UUID that we hand out; the database would read others too. */
export function parseUuid(input: unknown): Parsed<string> {
  return typeof input === "string" && UUID.test(input) ? accept(input) : refuseUnlessBlank(input, "choice");
}
