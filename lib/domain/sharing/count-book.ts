import { sum } from "@/lib/domain/stats/sum";
import type { Counts, Line } from "./suppress";

/** Collects what a report prints, and how it adds up. A cell is «scope name»: the leads of all, of a channel, of a month. */
export class CountBook implements Counts {
  readonly cells = new Map<string, number>();
  readonly unprinted = new Set<string>();
  readonly lines: Line[] = [];

  print(scope: string, counts: ReadonlyMap<string, number>): void {
    for (const [name, count] of counts) {
      this.cells.set(cellOf(scope, name), count);
      this.unprinted.delete(cellOf(scope, name));
    }
  }

  /** Known to be there and printed nowhere. */
  imply(scope: string, name: string, count: number): void {
    const cell = cellOf(scope, name);
    if (this.cells.has(cell)) return;
    if (count < 0) throw new RangeError(`${cell} is ${count}: its parts are more than the whole`);
    this.cells.set(cell, count);
    this.unprinted.add(cell);
  }

  add(scope: string, parts: readonly string[], total: string): void {
    this.lines.push({ parts: parts.map((name) => cellOf(scope, name)), total: cellOf(scope, total) });
  }

  /** A part of a whole whose other part is nowhere printed. */
  within(scope: string, part: string, whole: string): void {
    const rest = `${whole} without ${part}`;
    this.imply(scope, rest, this.at(scope, whole) - this.at(scope, part));
    this.add(scope, [part, rest], whole);
  }

  /** Scopes that share nothing and together are another: so is each of their counts. */
  split(scopes: readonly string[], whole: string, names: Iterable<string> = this.#printedIn(whole)): void {
    for (const name of names) {
      const parts = scopes.map((scope) => cellOf(scope, name)).filter((cell) => this.cells.has(cell));
      const isWhole = sum(parts.map((cell) => this.cells.get(cell) ?? 0)) === this.at(whole, name);
      if (parts.length > 0 && isWhole) this.lines.push({ parts, total: cellOf(whole, name) });
    }
  }

  at(scope: string, name: string): number {
    return this.cells.get(cellOf(scope, name)) ?? 0;
  }

  #printedIn(whole: string): ReadonlySet<string> {
    return new Set(
      [...this.cells.keys()].flatMap((cell) => {
        const [scope, name] = cell.split(SEPARATOR);
        return scope === whole && name !== undefined && !this.unprinted.has(cell) ? [name] : [];
      }),
    );
  }
}

const SEPARATOR = "\u0000";

export function cellOf(scope: string, name: string): string {
  return `${scope}${SEPARATOR}${name}`;
}
