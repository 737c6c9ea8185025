import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { vectors } from "@/lib/domain/testing/vectors";
import { type Counts, hiddenCells, type Line } from "./suppress";

const NONE: ReadonlySet<string> = new Set();
const countsOf = (cells: Readonly<Record<string, number>>, lines: readonly Line[], unprinted = NONE): Counts => ({
  cells: new Map(Object.entries(cells)),
  ...{ lines, unprinted },
});
const hiddenOf = (counts: Counts) => [...hiddenCells(counts)].sort();

describe("what is not shown (8.3)", () => {
  const shape = {
    threshold: z.literal(5),
    cells: z.record(z.string(), z.number()),
    lines: z.array(z.array(z.string())),
    hidden: z.array(z.string()),
  };
  test.each(vectors("suppression", shape))("$id ($source)", ({ cells, lines, hidden }) => {
    const parts = lines.map((each) => ({ parts: each }));
    expect(hiddenOf(countsOf(cells, parts))).toEqual(hidden);
  });

  it("a total of 3 hides its whole line, zeros too", () => {
    const lines = [{ parts: ["a", "b"], total: "all" }];
    expect(hiddenOf(countsOf({ a: 3, b: 0, all: 3 }, lines))).toEqual(["a", "all", "b"]);
  });

  it("a total hidden for another's sake is not given away by its own parts", () => {
    const lines = [
      { parts: ["web", "fair"], total: "all" },
      { parts: ["web.spring", "web.autumn"], total: "web" },
    ];
    const cells = { web: 12, fair: 3, all: 15, "web.spring": 5, "web.autumn": 7 };
    expect(hiddenOf(countsOf(cells, lines))).toEqual(["fair", "web", "web.spring"]);
  });

  it("2 won of 10 with 8 open: what is left for won is 0, 1 or 2, so the open go too", () => {
    const lines = [{ parts: ["won", "open", "rest"], total: "all" }];
    const counts = countsOf({ won: 2, open: 8, rest: 0, all: 10 }, lines, new Set(["rest"]));
    expect(hiddenOf(counts)).toEqual(["open", "won"]);
    const wide = countsOf({ won: 2, open: 8, rest: 30, all: 40 }, lines, new Set(["rest"]));
    expect(hiddenOf(wide)).toEqual(["won"]);
  });
});

describe("solving what is printed", () => {
  const size = fc.integer({ min: 0, max: 9 });
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((columns) =>
      fc.array(fc.array(size, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
    );

  it("leaves at least 4 values for every small count, with the totals of all rows and columns printed (8.3, S3)", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const counts = tableOf(rows);
        const hidden = hiddenCells(counts);
        for (const [cell, value] of counts.cells) {
          if (value < 1 || value > 4 || cell.includes("all")) continue;
          expect(hidden.has(cell)).toBe(true);
          expect(valuesOf(counts, hidden, cell), `${cell} of ${JSON.stringify(rows)}`).toBeGreaterThanOrEqual(4);
        }
      }),
      { numRuns: 300 },
    );
  });

  /** Totals are cells too, so that one of 1 to 4 hides its table. */
  function tableOf(rows: readonly (readonly number[])[]): Counts {
    const cells: Record<string, number> = {};
    const lines: Line[] = [];
    const add = (parts: readonly string[], total: string) => {
      cells[total] = parts.reduce((all, part) => all + (cells[part] ?? 0), 0);
      lines.push({ parts, total });
    };
    rows.forEach((row, r) => row.forEach((value, c) => (cells[`${r}.${c}`] = value)));
    rows.forEach((row, r) =>
      add(
        row.map((_, c) => `${r}.${c}`),
        `${r}.all`,
      ),
    );
    rows[0]?.forEach((_, c) =>
      add(
        rows.map((__, r) => `${r}.${c}`),
        `all.${c}`,
      ),
    );
    add(
      rows.map((_, r) => `${r}.all`),
      "all",
    );
    lines.push({ parts: (rows[0] ?? []).map((_, c) => `all.${c}`), total: "all" });
    return countsOf(cells, lines);
  }

  /** How many counts the cell could be, up to four: those for which everything hidden can be filled in. */
  function valuesOf({ cells, lines }: Counts, hidden: ReadonlySet<string>, asked: string): number {
    const totals = new Set(lines.map(({ total }) => total));
    const free = [...hidden].filter((cell) => !totals.has(cell) && cell !== asked);
    const at = new Map([...cells].filter(([cell]) => !hidden.has(cell)));
    const plain = lines.filter(({ parts }) => parts.every((part) => !totals.has(part)));
    /** From the least to the most that a cell can be beside what is filled in already. */
    const bounds = (cell: string) =>
      plain
        .filter(({ parts, total = "" }) => parts.includes(cell) && at.has(total))
        .map(({ parts, total = "" }) => {
          const others = parts.filter((part) => part !== cell);
          const left = (at.get(total) ?? 0) - others.reduce((all, part) => all + (at.get(part) ?? 0), 0);
          return others.every((part) => at.has(part)) ? [left, left] : [0, left];
        })
        .reduce(([low = 0, high = MOST], [from = 0, to = 0]) => [Math.max(low, from), Math.min(high, to)], [0, MOST]);
    const isFilled = (index: number): boolean => {
      const cell = free[index];
      if (cell === undefined) return true;
      const [low = 0, high = MOST] = bounds(cell);
      for (let value = low; value <= high; value += 1) {
        at.set(cell, value);
        if (isFilled(index + 1)) return true;
      }
      at.delete(cell);
      return false;
    };
    const [low = 0, high = MOST] = bounds(asked);
    let found = 0;
    for (let value = low; value <= high && found < 4; value += 1) {
      at.set(asked, value);
      if (isFilled(0)) found += 1;
      for (const cell of free) at.delete(cell);
    }
    return found;
  }
});

const MOST = 27;
