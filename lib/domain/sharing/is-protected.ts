import type { Counts, Line } from "./suppress";

/** Sharing.md, 8.3: so many values must be possible for a small count that is not shown. */
const VALUES_MIN = 4;
// Several short searches, each turning elsewhere first, find what one long search does not. Where all fail, the cell counts
// as exposed: that hides more than it must, never less.
const STEPS_MAX = 100;
const SEARCHES_MAX = 12;

export interface Printed {
  readonly counts: Counts;
  readonly linesOf: ReadonlyMap<string, readonly Line[]>;
  readonly hidden: ReadonlySet<string>;
}

/** The lines that each cell stands in, as a part or as the total. */
export function indexLines(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const index = new Map<string, Line[]>();
  for (const line of lines) {
    for (const cell of cellsOf(line)) {
      const own = index.get(cell);
      if (own === undefined) index.set(cell, [line]);
      else own.push(line);
    }
  }
  return index;
}

export function cellsOf({ parts, total }: Line): readonly string[] {
  return total === undefined ? parts : [...parts, total];
}

/**
 * Whether a hidden cell could be at least four different counts, all else that is printed being as it is. Shown by making
 * them: the cell is moved by one, and other hidden cells with it so that every line still adds up.
 */
export function isProtected(printed: Printed, cell: string): boolean {
  let values = 1;
  for (const sign of [1, -1] as const) {
    const at = new Map<string, number>();
    while (values < VALUES_MIN) {
      const move = moveOf(printed, at, cell, sign);
      if (move === null) break;
      for (const [moved, by] of move) at.set(moved, valueAt({ printed, at }, moved) + by);
      values += 1;
    }
  }
  return values >= VALUES_MIN;
}

type Sign = 1 | -1;
type Move = ReadonlyMap<string, Sign>;

function moveOf(printed: Printed, at: ReadonlyMap<string, number>, cell: string, sign: Sign): Move | null {
  for (let turn = 0; turn < SEARCHES_MAX; turn += 1) {
    const search: Search = { printed, at, turn, move: new Map(), off: new Map(), stepsLeft: STEPS_MAX };
    if (!hasRoom(search, cell, sign)) return null;
    put(search, cell, sign);
    if (balance(search)) return search.move;
  }
  return null;
}

interface Search {
  readonly printed: Printed;
  /** What has been moved before. */
  readonly at: ReadonlyMap<string, number>;
  readonly move: Map<string, Sign>;
  /** Which of several ways is tried first. */
  readonly turn: number;
  /** By how much the parts of a line are more than its total, where they are not equal. */
  readonly off: Map<Line, number>;
  stepsLeft: number;
}

/** Completes the move so that every line adds up again; false, with the move as it was, when no way was found. */
function balance(search: Search): boolean {
  if (search.off.size === 0) return true;
  search.stepsLeft -= 1;
  if (search.stepsLeft < 0) return false;
  let least: readonly [Line, number] | null = null;
  let fewest = Infinity;
  for (const [line, off] of search.off) {
    const ways = countWays(search, line, off, fewest);
    if (ways < fewest) [least, fewest] = [[line, off], ways];
    if (fewest === 0) return false;
  }
  const ways = least === null ? [] : waysOf(search, ...least);
  const from = search.turn % ways.length;
  for (const [cell, by] of [...ways.slice(from), ...ways.slice(0, from)]) {
    put(search, cell, by);
    if (balance(search)) return true;
    take(search, cell);
  }
  return false;
}

/** In how many ways a line could be made to add up by one more; counted no further than it matters. */
function countWays(search: Search, line: Line, off: number, most: number): number {
  let ways = 0;
  for (const part of line.parts) {
    if (isWay(search, part, off > 0 ? -1 : 1)) ways += 1;
    if (ways >= most) return ways;
  }
  return line.total !== undefined && isWay(search, line.total, off > 0 ? 1 : -1) ? ways + 1 : ways;
}

/** Those ways; cells that stand in fewest lines first, for they move least else. */
function waysOf(search: Search, line: Line, off: number): readonly (readonly [string, Sign])[] {
  const { linesOf } = search.printed;
  return cellsOf(line)
    .flatMap((cell) => {
      const by: Sign = off > 0 === (cell === line.total) ? 1 : -1;
      return isWay(search, cell, by) ? [{ way: [cell, by] as const, lines: linesOf.get(cell)?.length ?? 0 }] : [];
    })
    .toSorted((a, b) => a.lines - b.lines)
    .map(({ way }) => way);
}

function isWay(search: Search, cell: string, by: Sign): boolean {
  const { counts, hidden } = search.printed;
  return (hidden.has(cell) || counts.unprinted.has(cell)) && !search.move.has(cell) && hasRoom(search, cell, by);
}

function put(search: Search, cell: string, by: Sign): void {
  search.move.set(cell, by);
  unbalance(search, cell, by);
}

function take(search: Search, cell: string): void {
  const by = search.move.get(cell) ?? 1;
  search.move.delete(cell);
  unbalance(search, cell, by === 1 ? -1 : 1);
}

function unbalance({ printed, off }: Search, cell: string, by: Sign): void {
  for (const line of printed.linesOf.get(cell) ?? []) {
    const now = (off.get(line) ?? 0) + (line.total === cell ? -by : by);
    if (now === 0) off.delete(line);
    else off.set(line, now);
  }
}

function hasRoom(search: Search, cell: string, by: Sign): boolean {
  return valueAt(search, cell) + by >= 0;
}

function valueAt({ printed, at }: Pick<Search, "printed" | "at">, cell: string): number {
  return at.get(cell) ?? printed.counts.cells.get(cell) ?? 0;
}
