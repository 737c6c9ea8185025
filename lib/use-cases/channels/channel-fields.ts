import { fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import { accept, isBlank, refuse } from "@/lib/domain/input/parsed";
import { parseText } from "@/lib/domain/input/text";
import { field } from "@/lib/use-cases/fields";
import { live } from "@/lib/use-cases/settings/live-rows";

const ALIASES_MAX = 50;
const ALIAS_LENGTH_MAX = 200;

/** Other words for a channel, one per line or between commas; kept folded, one per line. */
export const aliasesField = field((input) => {
  if (isBlank(input)) return accept("");
  if (typeof input !== "string") return refuse("text");
  const text = parseText(input, { lengthMax: ALIASES_MAX * ALIAS_LENGTH_MAX, lines: true });
  if (!text.ok) return text;
  const aliases = [...new Set(text.value.split(/[\n,;]/).map(fold))].filter(Boolean);
  const isTooLong = aliases.length > ALIASES_MAX || aliases.some((alias) => alias.length > ALIAS_LENGTH_MAX);
  return isTooLong ? refuse("too-long") : accept(aliases.join("\n"));
});

interface Channel {
  readonly id: string;
  readonly name: string;
  readonly aliases: string;
  readonly archivedAt: Date | null;
}

/** A word that means one channel must not mean another one, too. */
export function assertWordsFree(
  channels: readonly Channel[],
  own: { readonly id: string | null; readonly name: string; readonly aliases: string },
): void {
  const taken = new Set(live(channels).flatMap((channel) => (channel.id === own.id ? [] : wordsOf(channel))));
  if (taken.has(fold(own.name))) throw fieldError({ name: "name-taken" });
  if (wordsOf(own).some((word) => taken.has(word))) throw fieldError({ aliases: "name-taken" });
}

function wordsOf({ name, aliases }: Pick<Channel, "name" | "aliases">): string[] {
  return [fold(name), ...aliases.split("\n").filter(Boolean)];
}
