import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "@/lib/domain/period";
import { piecesOf, segmentsOf, twoYearsUntil } from "./pieces";

it.each([
  ["2026-01-01", "2026-03-01", { months: ["2026-01-01", "2026-03-01"], days: [] }],
  ["2026-01-31", "2026-03-02", { months: ["2026-02-01", "2026-03-01"], days: ["01-31–02-01", "03-01–03-02"] }],
  ["2026-01-10", "2026-01-20", { months: null, days: ["01-10–01-20"] }],
  ["2026-01-10", "2026-02-10", { months: null, days: ["01-10–02-01", "02-01–02-10"] }],
  ["2026-01-01", "2026-01-20", { months: null, days: ["01-01–01-20"] }],
  ["2026-01-10", "2026-01-10", { months: null, days: [] }],
  ["2025-12-31", "2026-02-01", { months: ["2026-01-01", "2026-02-01"], days: ["12-31–01-01"] }],
])("%s to %s is cut at its months", (from, to, expected) => {
  const { months, days } = piecesOf({ from, to });
  expect({
    months: months && [months.from, months.to],
    days: days.map((piece) => `${piece.from.slice(5)}–${piece.to.slice(5)}`),
  }).toEqual(expected);
});

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays("2024-11-15", n));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

it("the pieces of a period are the period: every day of it once", () => {
  fc.assert(
    fc.property(period, (whole) => {
      const { months, days } = piecesOf(whole);
      const all = [...(months ? [months] : []), ...days].toSorted((a, b) => (a.from < b.from ? -1 : 1));
      expect(segmentsOf([whole]).flatMap(({ from, to }) => [from, to])).toEqual(
        all.length === 0 ? [] : [all[0]?.from, all.at(-1)?.to],
      );
      expect(all.slice(1).every((piece, i) => piece.from === all[i]?.to)).toBe(true);
      expect(days.every(({ from, to }) => from.slice(0, 7) === addDays(to, -1).slice(0, 7))).toBe(true);
    }),
  );
});

it("segments of pieces that overlap: each piece is made of some, and no two share a day", () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 5 }), (pieces) => {
      const segments = segmentsOf(pieces);
      expect(segments.slice(1).every(({ from }, i) => from >= (segments[i]?.to ?? ""))).toBe(true);
      for (const { from, to } of pieces) {
        const own = segments.filter((one) => one.from >= from && one.to <= to);
        expect(segmentsOf(own).length === 0 ? [from, from] : [own[0]?.from, own.at(-1)?.to]).toEqual([from, to]);
      }
    }),
  );
});

it("the two years until a day are whole months, its own the last", () => {
  expect(twoYearsUntil("2026-11-15")).toEqual({ from: "2024-11-01", to: "2026-12-01" });
  expect(twoYearsUntil("2024-02-29")).toEqual({ from: "2022-02-01", to: "2024-03-01" });
  expect(twoYearsUntil("2024-12-31")).toEqual({ from: "2022-12-01", to: "2025-01-01" });
});
