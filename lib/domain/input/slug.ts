import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A team's part of its address. */
export function parseSlug(input: unknown): Parsed<string> {
  const isSlug = typeof input === "string" && input.length >= 3 && input.length <= 40 && SLUG.test(input);
  return isSlug ? accept(input) : refuseUnlessBlank(input, "slug");
}
