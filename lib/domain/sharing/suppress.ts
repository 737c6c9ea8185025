import { sum } from "@/lib/domain/stats/sum";
import { isProtected } from "./is-protected";

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
  const small = [...hidden].filter((cell) => isSmall(counts.cells.get(cell) ?? 0));
  closeLines(counts, hidden);
  for (let next = nextExposed(); next !== null; next = nextExposed()) {
    hidden.add(next);
    closeLines(counts, hidden);
  }
  return hidden;

  function nextExposed(): string | null {
    for (const cell of small) {
      const further = isProtected(counts, hidden, cell) ? null : nextToHide(counts, hidden, cell);
      if (further !== null) return further;
    }
    return null;
  }
}

function isSmall(value: number): boolean {
  return value > 0 && value <= SMALL_MAX;
}

/** Line by line, until nothing changes. */
function closeLines(counts: Counts, hidden: Set<string>): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const line of counts.lines) {
      const next = tellsTooMuch(counts, hidden, line) ? smallestShown(counts, hidden, line.parts) : null;
      if (next === null) continue;
      hidden.add(next);
      changed = true;
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
function nextToHide(counts: Counts, hidden: ReadonlySet<string>, exposed: string): string | null {
  const reached = new Set([exposed]);
  for (const cell of reached) {
    for (const line of counts.lines) {
      const all = line.total === undefined ? line.parts : [...line.parts, line.total];
      if (!all.includes(cell)) continue;
      const next = smallestShown(counts, hidden, line.parts);
      if (next !== null) return next;
      for (const other of all) if (hidden.has(other) || counts.unprinted.has(other)) reached.add(other);
    }
  }
  return null;
}
