import { empiricalBayes } from "@/lib/domain/stats/empirical-bayes";
import type { Share } from "@/lib/domain/stats/share";
import { wilson } from "@/lib/domain/stats/wilson";
import { evidenceOf } from "./rate";

export interface RankedRow extends Share {
  /** `null` for the row of those without a channel: never ranked. */
  readonly name: string | null;
}

export interface Ranking<Row> {
  readonly ranked: readonly Row[];
  /** Too few to rank, by name; the unattributed row last. */
  readonly unranked: readonly Row[];
}

/**
 * The order of a table by a rate, from 30 trials: by the rate drawn towards the common mean, so that a small lucky row does
 * not top the list; with fewer than 8 rows, or none that stand out, by the low end of the range. The printed rate is not
 * touched. `byName` is the reader's alphabet.
 */
export function rankingOf<Row extends RankedRow>(
  rows: readonly Row[],
  byName: (a: string, b: string) => number,
): Ranking<Row> {
  const isRanked = (row: Row) => row.name !== null && evidenceOf(row.trials) === "ok";
  const candidates = rows.filter(isRanked);
  const scores = new Map(scoresOf(candidates).map((score, index) => [candidates[index], score]));
  const ranked = [...candidates].sort(
    (a, b) =>
      (scores.get(b) ?? 0) - (scores.get(a) ?? 0) ||
      lowEnd(b) - lowEnd(a) ||
      b.trials - a.trials ||
      namesInOrder(a, b, byName),
  );
  const unranked = rows.filter((row) => !isRanked(row)).sort((a, b) => namesInOrder(a, b, byName));
  return { ranked, unranked };
}

function namesInOrder(a: RankedRow, b: RankedRow, byName: (a: string, b: string) => number): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return byName(a.name, b.name);
}

function scoresOf(rows: readonly Share[]): readonly number[] {
  // Rows that differ by no more than chance all get the mean: a tie, which the low end decides.
  const drawn = rows.length < 8 ? null : empiricalBayes(rows);
  return drawn?.shrunk ?? rows.map(lowEnd);
}

function lowEnd({ hits, trials }: Share): number {
  return wilson(hits, trials)?.low ?? 0;
}
