import type { Parsed } from "@/lib/domain/errors";
import { parseName } from "@/lib/domain/input/name";
import { refuse } from "@/lib/domain/input/parsed";

const MAILED_NAME_LENGTH_MAX = 80;
// Mail programs make links of these, in letters to people who do not know us.
const LINK = /:\/\/|^\/\/|www\.|@/i;

/** The name of a team: it stands in letters, so it holds nothing that a mail program makes into a link. */
export function parseTeamName(input: unknown): Parsed<string> {
  const name = parseName(input, MAILED_NAME_LENGTH_MAX);
  return name.ok && LINK.test(name.value) ? refuse("text") : name;
}

/** The name of a user stands in the same letters, and follows the same rule. */
export const parsePersonName = parseTeamName;
