import { expect, it } from "vitest";
import { maturationOf } from "@/lib/domain/metrics/maturation";
import { curvesOf } from "./maturation-curves";

const counts = (month: string, days: number, converted: number, ended: number) =>
  [
    { month, days, outcome: "converted", count: converted },
    { month, days: 20, outcome: "ended", count: ended },
  ] as const;

it("two months of 20, one of 9: two lines from zero, the newest is the second, the ends are theirs", () => {
  const period = [...counts("2026-01", 10, 4, 16), ...counts("2026-02", 50, 6, 14), ...counts("2026-03", 1, 1, 8)];
  const curves = curvesOf(maturationOf({ period, filtered: [], team: [], today: "2026-06-30" }));
  expect(curves?.months.map(({ month, points }) => [month, points.length])).toEqual([
    ["2026-01", 6],
    ["2026-02", 5],
  ]);
  expect(curves).toMatchObject({ newest: "2026-02", endDays: 150 });
  expect(curves?.months[0]?.points[0]).toEqual([0, 0]);
  expect(curves?.months[0]?.points.at(-1)).toEqual([1, 0.2 / 0.4]);
});

it("of three months only one is 120 days old: the dashed line of the middle ends where two are", () => {
  const period = [...counts("2026-01", 10, 8, 12), ...counts("2026-03", 10, 4, 16), ...counts("2026-04", 10, 2, 18)];
  const curves = curvesOf(maturationOf({ period, filtered: [], team: [], today: "2026-06-30" }));
  expect(curves?.months.map(({ points }) => points.length)).toEqual([6, 4, 3]);
  expect(curves?.median.map(([x]) => x)).toEqual([0, 0.2, 0.4, 0.6]);
});

it("one month alone is no comparison: nothing is drawn", () => {
  const period = counts("2026-01", 10, 4, 16);
  expect(curvesOf(maturationOf({ period, filtered: [], team: [], today: "2026-06-30" }))).toBeNull();
});
