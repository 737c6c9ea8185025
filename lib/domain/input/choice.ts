import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

/** One of a closed list, spelled exactly. */
export function parseChoice<const T extends string>(input: unknown, choices: readonly T[]): Parsed<T> {
  const choice = choices.find((each) => each === input);
  return choice === undefined ? refuseUnlessBlank(input, "choice") : accept(choice);
}
