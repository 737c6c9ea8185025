import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** `true` or `false` of a JSON body. No word, number or emptiness stands for either. */
export function parseBoolean(input: unknown): Parsed<boolean> {
  return typeof input === "boolean" ? accept(input) : refuseUnlessBlank(input, "choice");
}
