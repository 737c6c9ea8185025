import type { Counts } from "./suppress";

/** Sharing.md, 8.3: so many values must be possible for a small count that is not shown. */
const VALUES_MIN = 4;
// A search this long has found nothing that a reader could rely on either; the cell then counts as exposed.
const STEPS_MAX = 2_000;

/**
 * Whether a hidden cell could be at least four different counts, all else that is printed being as it is. Shown by making
 * them: the cell is moved by one, and other hidden cells with it so that every line still adds up.
 */
export function isProtected(counts: Counts, hidden: ReadonlySet<string>, cell: string): boolean {
  let values = 1;
  for (const sign of [1, -1] as const) {
    const at = new Map(counts.cells);
    for (let move = moveOf(sign, at); move !== null && values < VALUES_MIN; move = moveOf(sign, at)) {
      for (const [moved, by] of move) at.set(moved, (at.get(moved) ?? 0) + by);
      values += 1;
    }
  }
  return values >= VALUES_MIN;

  function moveOf(sign: Sign, at: ReadonlyMap<string, number>) {
    if (sign < 0 && (at.get(cell) ?? 0) === 0) return null;
    const equations = equationsOf(counts).map((terms) => terms.filter((term) => isFree(term.cell)));
    return balanced({ equations, at, stepsLeft: STEPS_MAX }, new Map([[cell, sign]]));
  }

  function isFree(one: string): boolean {
    return hidden.has(one) || counts.unprinted.has(one);
  }
}

type Sign = 1 | -1;
type Equation = readonly { readonly cell: string; readonly sign: Sign }[];

function equationsOf({ lines }: Counts): readonly Equation[] {
  return lines.map(({ parts, total }) => [
    ...parts.map((cell) => ({ cell, sign: 1 }) as const),
    ...(total === undefined ? [] : [{ cell: total, sign: -1 } as const]),
  ]);
}

interface Search {
  readonly equations: readonly Equation[];
  readonly at: ReadonlyMap<string, number>;
  stepsLeft: number;
}

/** The move completed so that every equation holds again; null when none was found. */
function balanced(search: Search, move: ReadonlyMap<string, Sign>): ReadonlyMap<string, Sign> | null {
  search.stepsLeft -= 1;
  if (search.stepsLeft < 0) return null;
  for (const equation of search.equations) {
    const off = equation.reduce((all, { cell, sign }) => all + sign * (move.get(cell) ?? 0), 0);
    if (off === 0) continue;
    for (const { cell, sign } of equation) {
      const by: Sign = off > 0 === sign > 0 ? -1 : 1;
      if (move.has(cell) || (search.at.get(cell) ?? 0) + by < 0) continue;
      const whole = balanced(search, new Map([...move, [cell, by]]));
      if (whole !== null) return whole;
    }
    return null;
  }
  return move;
}
