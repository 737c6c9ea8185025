import type { Share } from "./share";
import { sum } from "./sum";

export interface Shrinkage {
  readonly mean: number;
  /** How many trials the mean is worth; `null` when the shares differ by no more than chance, so only the mean counts. */
  readonly strength: number | null;
  /** Each share drawn towards the mean, the more the fewer its trials; in the order given. */
  readonly shrunk: readonly number[];
}

/**
 * Draws shares of unequal size towards their common mean, so that 1 of 1 does not outrank 300 of 400. Weighted moments of
 * Kleinman 1973, JASA 68:46; Efron & Morris 1975, JASA 70:311. `null` when there are no trials at all.
 */
export function empiricalBayes(shares: readonly Share[]): Shrinkage | null {
  const trials = sum(shares.map((share) => share.trials));
  if (trials === 0) return null;
  const mean = sum(shares.map((share) => share.hits)) / trials;
  const strength = strengthOf(shares, trials, mean);
  return { mean, strength, shrunk: shares.map((share) => shrink(share, mean, strength)) };
}

function strengthOf(shares: readonly Share[], trials: number, mean: number): number | null {
  if (mean === 0 || mean === 1) return null;
  const seen = shares.filter((share) => share.trials > 0);
  const byChance = seen.length - 1;
  const spread = sum(seen.map((share) => share.trials * (share.hits / share.trials - mean) ** 2)) / (mean * (1 - mean));
  const room = trials - sum(seen.map((share) => share.trials ** 2)) / trials - byChance;
  // Rows of a single trial each leave no room: they say nothing about how rows differ.
  const correlation = room > 0 ? Math.min(1, (spread - byChance) / room) : 0;
  return correlation > 0 ? 1 / correlation - 1 : null;
}

function shrink({ hits, trials }: Share, mean: number, strength: number | null): number {
  if (strength === null || trials === 0) return mean;
  return (hits + strength * mean) / (trials + strength);
}
