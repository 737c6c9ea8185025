import { sum } from "@/lib/domain/stats/sum";
import { cellsOf, indexLines, isProtected, type Printed } from "./is-protected";

/** Counts that add up. Without a cell of its own the total is printed and stays. */
export interface Line {
  readonly parts: readonly string[];
  readonly total?: string;
}

/** Everything that a reader could add up and subtract. */
export interface Counts {
  readonly cells: ReadonlyMap<string, number>;
  /** Parts that are nowhere printed, but that a reader knows to be there: what is neither won nor open is lost. */
  readonly unprinted: ReadonlySet<string>;
  readonly lines: readonly Line[];
}

/** Printed counts from 1 up to this could point at a person. */
export const SMALL_MAX = 4;

/**
 * The cells that must not be printed (sharing.md 4): the small ones, and as many others as it takes so that none of the
 * small can be worked out from what is left.
 */
export function hiddenCells(counts: Counts): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [cell, value] of counts.cells) if (isSmall(value) && !counts.unprinted.has(cell)) hidden.add(cell);
  for (const { parts, total } of counts.lines) {
    if (total === undefined || !isSmall(counts.cells.get(total) ?? 0)) continue;
    for (const part of parts) if (!counts.unprinted.has(part)) hidden.add(part);
  }
  const printed = { counts, hidden, linesOf: indexLines(counts.lines) };
  closeLines(printed, counts.lines);
  // What is hidden later only adds to what a cell could be, so each is looked at once.
  for (const cell of [...hidden].filter((one) => isSmall(counts.cells.get(one) ?? 0))) {
    while (!isProtected(printed, cell)) {
      const next = nextToHide(printed, cell);
      if (next === null) break; // nothing that could be worked out from is left in sight
      hidden.add(next);
      closeLines(printed, printed.linesOf.get(next) ?? []);
    }
  }
  return hidden;
}

export function isSmall(value: number): boolean {
  return value > 0 && value <= SMALL_MAX;
}

/** Line by line, until nothing changes; `touched` are the lines that may have. */
function closeLines(
  { counts, hidden, linesOf }: Printed & { readonly hidden: Set<string> },
  touched: Iterable<Line>,
): void {
  const open = new Set(touched);
  while (open.size > 0) {
    for (const line of [...open]) {
      open.delete(line);
      const next = tellsTooMuch(counts, hidden, line) ? smallestShown(counts, hidden, line.parts) : null;
      if (next === null) continue;
      hidden.add(next);
      for (const also of linesOf.get(next) ?? []) open.add(also);
    }
  }
}

/** One hidden count is the total less the others; several that sum to under five are too few to choose among. */
function tellsTooMuch({ cells, unprinted }: Counts, hidden: ReadonlySet<string>, { parts, total }: Line): boolean {
  const own = parts.filter((part) => hidden.has(part));
  const isTotalHidden = total !== undefined && hidden.has(total);
  if (own.length === 0 && !isTotalHidden) return false;
  const unseen = [...own, ...parts.filter((part) => unprinted.has(part))];
  if (isTotalHidden) return unseen.length === 0;
  return unseen.length === 1 || sum(unseen.map((part) => cells.get(part) ?? 0)) <= SMALL_MAX;
}

/** A zero only if nothing else is left; of equals the first shown. */
function smallestShown({ cells, unprinted }: Counts, hidden: ReadonlySet<string>, parts: readonly string[]) {
  const shown = parts.filter((part) => !hidden.has(part) && !unprinted.has(part));
  const size = (part: string) => cells.get(part) || Infinity;
  const [first, ...others] = shown;
  if (first === undefined) return null;
  return others.reduce((least, part) => (size(part) < size(least) ? part : least), first);
}

/** What to hide beside an exposed cell: in its own lines, else in those that share a hidden count with them. */
function nextToHide({ counts, hidden, linesOf }: Printed, exposed: string): string | null {
  const reached = new Set([exposed]);
  for (const cell of reached) {
    for (const line of linesOf.get(cell) ?? []) {
      const next = smallestShown(counts, hidden, line.parts);
      if (next !== null) return next;
      for (const other of cellsOf(line)) if (hidden.has(other) || counts.unprinted.has(other)) reached.add(other);
    }
  }
  return null;
}
