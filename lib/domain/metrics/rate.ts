import { wilson } from "@/lib/domain/stats/wilson";

/** How much a rate may be asked to carry: nothing, counts only, a greyed rate, or a ranked and compared one. */
export type Evidence = "none" | "few" | "thin" | "ok";

/** A share with what it rests on. `value` and its range are 0–1 and unrounded, `null` when nothing could happen. */
export interface Rate {
  readonly hits: number;
  readonly trials: number;
  readonly open: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly evidence: Evidence;
  readonly preliminary: boolean;
}

/**
 * Divides two counts, once, for every page, file and link. `open` is what the rate has not decided.
 * Throws when the counts cannot be a part and its whole: that is a wrong query, not a wrong input.
 */
export function rate(hits: number, trials: number, open = 0, { preliminary = false } = {}): Rate {
  for (const count of [hits, trials, open]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  }
  if (hits > trials) throw new RangeError(`${hits} of ${trials} is no share`);
  const value = trials === 0 ? null : hits / trials;
  const { low, high } = wilson(hits, trials) ?? { low: null, high: null };
  return { hits, trials, open, value, low, high, evidence: evidenceOf(trials), preliminary };
}

/** The limits of product.md, "Honest numbers" 2. */
export function evidenceOf(trials: number): Evidence {
  if (trials === 0) return "none";
  if (trials < 10) return "few";
  return trials < 30 ? "thin" : "ok";
}
