import type { Share } from "./share";
import { sum } from "./sum";

/** One row before and after: its share of the whole, and its rate, `null` where the row is empty. */
export interface WeightedRow {
  readonly weightBefore: number;
  readonly weightAfter: number;
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
}

export interface MixAndRate {
  readonly mix: number;
  readonly rate: number;
}

export interface Decomposition<Key> extends MixAndRate {
  readonly before: number;
  readonly after: number;
  readonly total: number;
  readonly rows: readonly (MixAndRate & {
    readonly key: Key;
    /** The row's mix against the average row: negative when a weak row grows. Sums to `mix`. */
    readonly mixAgainstAverage: number;
  })[];
}

/**
 * Splits the change of a whole exactly into changed weights (mix) and changed rates. A row that is empty on one side takes
 * its rate from the other, so that it is all mix. Kitagawa 1955, JASA 50:1168; Das Gupta 1993, US Census P23-186.
 */
export function kitagawaShares(rows: readonly WeightedRow[]): MixAndRate & { readonly rows: readonly MixAndRate[] } {
  const split = rows.map(({ weightBefore, weightAfter, ...row }) => {
    const { before, after } = bothRates(row);
    return {
      mix: ((weightAfter - weightBefore) * (before + after)) / 2,
      rate: ((after - before) * (weightBefore + weightAfter)) / 2,
    };
  });
  return { mix: sum(split.map((row) => row.mix)), rate: sum(split.map((row) => row.rate)), rows: split };
}

/** The same from counts. `null` when either side is empty as a whole: there is no change to explain. */
export function kitagawa<Key>(
  rows: readonly { readonly key: Key; readonly before: Share; readonly after: Share }[],
): Decomposition<Key> | null {
  const before = whole(rows.map((row) => row.before));
  const after = whole(rows.map((row) => row.after));
  if (before.trials === 0 || after.trials === 0) return null;
  const weighted = rows.map((row) => ({
    weightBefore: row.before.trials / before.trials,
    weightAfter: row.after.trials / after.trials,
    rateBefore: valueOf(row.before),
    rateAfter: valueOf(row.after),
  }));
  const [rateBefore, rateAfter] = [before.hits / before.trials, after.hits / after.trials];
  const split = kitagawaShares(weighted);
  const average = (rateBefore + rateAfter) / 2;
  return {
    before: rateBefore,
    after: rateAfter,
    total: rateAfter - rateBefore,
    mix: split.mix,
    rate: split.rate,
    rows: rows.flatMap(({ key }, index) => {
      const [own, parts] = [weighted[index], split.rows[index]];
      if (own === undefined || parts === undefined) return [];
      return [{ key, ...parts, mixAgainstAverage: parts.mix - (own.weightAfter - own.weightBefore) * average }];
    }),
  };
}

function bothRates({ rateBefore, rateAfter }: Pick<WeightedRow, "rateBefore" | "rateAfter">) {
  return { before: rateBefore ?? rateAfter ?? 0, after: rateAfter ?? rateBefore ?? 0 };
}

function whole(shares: readonly Share[]): Share {
  return { hits: sum(shares.map((share) => share.hits)), trials: sum(shares.map((share) => share.trials)) };
}

function valueOf({ hits, trials }: Share): number | null {
  return trials === 0 ? null : hits / trials;
}
