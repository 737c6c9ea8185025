import { againstTheRest } from "@/lib/domain/metrics/against-the-rest";
import { channelCells, type Step, STEPS, stepRate } from "@/lib/domain/metrics/channel-cells";
import type { Comparison } from "@/lib/domain/metrics/compare";
import { rankingOf } from "@/lib/domain/metrics/ranking";
import type { ReportRow } from "@/lib/domain/metrics/report";

export interface DotPlotRow {
  readonly row: ReportRow;
  readonly isRanked: boolean;
  /** From the rest of the channels. */
  readonly differs: Readonly<Record<Step, Comparison>>;
}

/** The channels by their step 1, those too small to rank after them, the unattributed last; and what clearly differs. */
export function dotPlotRows(
  channels: readonly ReportRow[],
  byName: (a: string, b: string) => number,
): readonly DotPlotRow[] {
  const compared = againstTheRest(channelCells(channels));
  const comparisonOf = ({ key }: ReportRow, step: Step): Comparison =>
    compared.find(({ row, column }) => row === (key ?? "") && column === step)?.comparison ?? { verdict: "none" };
  const { ranked, unranked } = rankingOf(
    channels.map((row) => ({ row, name: row.name, ...sharesOf(row) })),
    byName,
  );
  const compare = (isRanked: boolean) => (entry: { readonly row: ReportRow }) => ({
    row: entry.row,
    isRanked,
    differs: { step1: comparisonOf(entry.row, "step1"), step2: comparisonOf(entry.row, "step2") },
  });
  return [...ranked.map(compare(true)), ...unranked.map(compare(false))];
}

export interface ClearDifference {
  readonly row: ReportRow;
  readonly step: Step;
  readonly direction: "above" | "below";
}

/** The clear difference that concerns most records: its size times those in it. */
export function largestDifference(rows: readonly DotPlotRow[]): ClearDifference | null {
  let largest: ClearDifference | null = null;
  let most = 0;
  for (const { row, differs } of rows) {
    for (const step of STEPS) {
      const comparison = differs[step];
      if (comparison.verdict !== "clear") continue;
      const size = Math.abs(comparison.difference) * stepRate(row.rates, step).trials;
      if (size > most) [largest, most] = [{ row, step, direction: comparison.direction }, size];
    }
  }
  return largest;
}

function sharesOf({ rates }: ReportRow) {
  const { hits, trials } = stepRate(rates, "step1");
  return { hits, trials };
}
