import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** The version of a record that a form was filled in for, as the hidden field carries it. */
export function parseVersion(input: unknown): Parsed<number> {
  const isVersion = typeof input === "string" && /^[1-9][0-9]{0,8}$/.test(input);
  return isVersion ? accept(Number(input)) : refuseUnlessBlank(input, "count");
}
