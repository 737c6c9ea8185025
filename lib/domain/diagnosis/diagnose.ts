import type { Judgement } from "./judge-step";

/** Which of the two to work on; the sentences are `dx.*` of the message files. */
export type FindingCode = "message" | "fewGood" | "selling" | "quality" | "audience" | "more";

/** Both steps of the team or of one channel, by start date; `null` where nothing can be said. */
export interface Steps {
  readonly step1: Judgement | null;
  readonly step2: Judgement | null;
}

export interface Finding<Key> {
  readonly code: FindingCode;
  /** The channel, or `null` for the whole team. */
  readonly channel: Key | null;
  readonly step1: Judgement;
  readonly step2: Judgement;
  /** For the team's `message`: the channel that loses most leads against what it is held to. */
  readonly firstIn: Key | null;
}

/** Product.md, "Diagnosis": by step 1, then by step 2. Every other pair says nothing. */
const FINDINGS = {
  low: { low: "audience", unclear: "message", high: "fewGood" },
  unclear: { low: "selling", unclear: null, high: null },
  high: { low: "quality", unclear: null, high: "more" },
} as const satisfies Record<Judgement["place"], Record<Judgement["place"], FindingCode | null>>;

const FINDINGS_MAX = 3;

/** At most three findings: the team's own first, then those of the channels with the most leads. */
export function diagnose<Key>(
  team: Steps,
  channels: readonly (Steps & { readonly key: Key })[],
): readonly Finding<Key>[] {
  const bySize = [...channels].sort((a, b) => (b.step1?.rate.trials ?? 0) - (a.step1?.rate.trials ?? 0));
  const ofTeam = findingOf<Key>(team, null, weakestChannel(bySize));
  const ofChannels = bySize.map((channel) => findingOf(channel, channel.key, null));
  return [ofTeam, ...ofChannels].filter((finding) => finding !== null).slice(0, FINDINGS_MAX);
}

function findingOf<Key>({ step1, step2 }: Steps, channel: Key | null, weakest: Key | null): Finding<Key> | null {
  if (step1 === null || step2 === null) return null;
  const code = FINDINGS[step1.place][step2.place];
  if (code === null) return null;
  // These two name one base for both steps; with two bases their sentence would be wrong.
  if ((code === "audience" || code === "more") && step1.base.kind !== step2.base.kind) return null;
  return { code, channel, step1, step2, firstIn: code === "message" ? weakest : null };
}

function weakestChannel<Key>(channels: readonly (Steps & { readonly key: Key })[]): Key | null {
  let weakest: Key | null = null;
  let most = 0;
  for (const { key, step1 } of channels) {
    if (step1?.place !== "low") continue;
    const missing = step1.rate.trials * step1.base.value - step1.rate.hits;
    if (missing > most) [weakest, most] = [key, missing];
  }
  return weakest;
}
