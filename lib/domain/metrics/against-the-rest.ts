import { benjaminiHochberg } from "@/lib/domain/stats/benjamini-hochberg";
import { newcombe } from "@/lib/domain/stats/newcombe";
import type { Share } from "@/lib/domain/stats/share";
import { sum } from "@/lib/domain/stats/sum";
import { twoProportionZ } from "@/lib/domain/stats/two-proportion-z";
import { isComparable, judged, type Comparison } from "./compare";
import { isPreliminary } from "./maturity";
import { evidenceOf } from "./rate";

/** The share of rows wrongly called clear that a table may expect. */
export const FALSE_SHARE = 0.1;

/** One rate (`column`) of one row of a table, with how many of its trials are too young (`maturity`). */
export interface Cell extends Share {
  readonly row: string;
  readonly column: string;
  readonly immature: number;
  /** False for the row of those without a channel: part of the rest, never tested itself. */
  readonly attributed: boolean;
}

export interface CellAgainstTheRest {
  readonly row: string;
  readonly column: string;
  readonly rest: Share;
  /** Adjusted for all tested cells of the table; `null` if this one is not tested. Never shown. */
  readonly adjusted: number | null;
  readonly comparison: Comparison;
}

/**
 * Which cells of a table differ clearly from the rest of their column. The family is every cell that can be tested, so pass
 * the whole table under its filters, whatever the page shows of it. The answer keeps the order of the cells.
 */
export function againstTheRest(cells: readonly Cell[]): readonly CellAgainstTheRest[] {
  const pairs = cells.map((cell) => ({ cell, rest: restOf(cell, cells) }));
  const family = pairs.filter(({ cell, rest }) => cell.attributed && canJudge(cell) && canJudge(rest));
  const adjusted = benjaminiHochberg(family.map(({ cell, rest }) => twoProportionZ(cell, rest).p));
  return pairs.map((pair) => {
    const { row, column } = pair.cell;
    const rest = { hits: pair.rest.hits, trials: pair.rest.trials };
    const chance = adjusted[family.indexOf(pair)] ?? null;
    return { row, column, rest, adjusted: chance, comparison: comparisonOf(pair.cell, rest, chance) };
  });
}

type Counted = Pick<Cell, "hits" | "trials" | "immature">;

function restOf(cell: Cell, cells: readonly Cell[]): Counted {
  const others = cells.filter((other) => other.column === cell.column && other.row !== cell.row);
  const total = (count: keyof Counted) => sum(others.map((other) => other[count]));
  return { hits: total("hits"), trials: total("trials"), immature: total("immature") };
}

function canJudge({ trials, immature }: Counted): boolean {
  return isComparable({ evidence: evidenceOf(trials), preliminary: isPreliminary(immature, trials) });
}

function comparisonOf(cell: Share, rest: Share, adjusted: number | null): Comparison {
  const between = adjusted === null ? null : newcombe(cell, rest);
  if (between === null || adjusted === null) return { verdict: "none" };
  return adjusted <= FALSE_SHARE ? judged(between) : { verdict: "unclear", ...between };
}
