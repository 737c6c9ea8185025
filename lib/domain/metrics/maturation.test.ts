import { describe, expect, it } from "vitest";
import { maturationOf, type OutcomeCount } from "./maturation";

const TODAY = "2026-06-30";

function of(month: string, outcome: OutcomeCount["outcome"], days: number, count: number): OutcomeCount {
  return { month, outcome, days, count };
}

const JANUARY = [of("2026-01", "converted", 10, 4), of("2026-01", "converted", 45, 2), of("2026-01", "ended", 20, 14)];
const APRIL = [of("2026-04", "converted", 30, 3), of("2026-04", "open", 70, 9)];
const JUNE = [of("2026-06", "converted", 3, 2), of("2026-06", "open", 10, 38)];

function matured(period: readonly OutcomeCount[], team: readonly OutcomeCount[] = []) {
  return maturationOf({ period, filtered: period, team, today: TODAY });
}

describe("how months mature", () => {
  it("of 20 in January 4 converted within 30 days and 6 within 60; on 30 June January is 150 days old", () => {
    const { columns, rows } = matured(JANUARY);
    expect(columns).toEqual([30, 60, 90, 120, 150]);
    expect(rows[0]?.cells.map((cell) => cell && [cell.hits, cell.trials])).toEqual([
      [4, 20],
      ...Array.from({ length: 4 }, () => [6, 20]),
    ]);
  });

  it("April is 61 days old on 30 June, counted from its last day: 3 of 12 within 30 and 60 days, 90 not yet", () => {
    const { rows } = matured([...APRIL, ...JANUARY]);
    expect(rows.map(({ month, count }) => [month, count])).toEqual([
      ["2026-01", 20],
      ["2026-04", 12],
    ]);
    expect(rows[1]?.cells.map((cell) => cell?.hits ?? null)).toEqual([3, 3, null, null, null]);
  });

  it("the median is of the months that are so old and have ten: 20 % and 25 % give 22.5 %", () => {
    const { median } = matured([...JANUARY, ...APRIL, of("2026-02", "converted", 1, 9)]);
    expect(median[0]).toBeCloseTo(0.225, 12);
    expect(median[2]).toBeCloseTo(0.3, 12);
  });

  it("40 of June, 2 converted, 38 open at 10 days: with 30 of 100 converting at 50 days, 38 × 0.3 more are expected", () => {
    const earlier = [of("2025-10", "converted", 50, 30), of("2025-10", "ended", 95, 70)];
    const { expected } = maturationOf({ period: JUNE, filtered: earlier, team: [], today: TODAY });
    expect(expected).toMatchObject({ month: "2026-06", source: "filtered" });
    expect(expected?.rate.value).toBeCloseTo((2 + 38 * 0.3) / 40, 10);
    expect(expected?.rate.low).toBeCloseTo(2 / 40, 12);
  });

  it("under 20 conversions to learn from the team's are taken, and without those nothing is expected", () => {
    const few = [of("2025-10", "converted", 50, 19), of("2025-10", "ended", 95, 70)];
    const team = [of("2025-10", "converted", 50, 50), of("2025-10", "ended", 95, 50)];
    const ask = (own: readonly OutcomeCount[], all: readonly OutcomeCount[]) =>
      maturationOf({ period: JUNE, filtered: own, team: all, today: TODAY }).expected;
    expect(ask(few, team)?.source).toBe("team");
    expect(ask(few, few)).toBeNull();
  });

  it("nothing in the period: no rows, no columns", () => {
    expect(matured([])).toEqual({ columns: [], rows: [], median: [], expected: null });
  });
});
