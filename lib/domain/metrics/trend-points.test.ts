import { describe, expect, it } from "vitest";
import { rate, type Rate } from "@/lib/domain/metrics/rate";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { sampleReport } from "@/lib/domain/samples/sample-report";
import { halvesOf, placeOf, TREND_RATES, trendOf } from "./trend-points";

const { total, months } = sampleReport("startup", new Date("2026-11-25T12:00:00Z"), ({ nb }) => nb).report;

describe("months", () => {
  it("with at least ten of everything stay months, in order; the undated are in none", () => {
    const { unit, points } = trendOf([
      month("2026-01", rate(2, 10)),
      month("2026-02", rate(3, 12)),
      month(null, rate(1, 1)),
    ]);
    expect(unit).toBe("month");
    expect(points.map(({ key }) => key)).toEqual(["2026-01", "2026-02"]);
  });

  it("of which one has nine become quarters: 2 of 9 and 5 of 21 are 7 of 30", () => {
    const { unit, points } = trendOf([
      month("2026-02", rate(2, 9, 1)),
      month("2026-03", rate(5, 21, 4)),
      month("2026-04", rate(3, 12)),
    ]);
    expect([unit, points.map(({ key }) => key)]).toEqual(["quarter", ["2026-Q1", "2026-Q2"]]);
    expect(points[0]?.rates.leadConversionRate).toMatchObject({ hits: 7, trials: 30, open: 5, preliminary: false });
  });

  it("one preliminary month makes its quarter preliminary", () => {
    const { points } = trendOf([
      month("2026-02", rate(2, 9)),
      month("2026-03", rate(5, 21, 20, { preliminary: true })),
    ]);
    expect(points[0]?.rates.leadConversionRate.preliminary).toBe(true);
  });

  it("the points sum to the whole that they are of", () => {
    const { points } = trendOf(months);
    for (const name of TREND_RATES) {
      expect(points.reduce((sum, { rates }) => sum + rates[name].trials, 0)).toBe(total.rates[name].trials);
    }
  });
});

describe("the period compared with", () => {
  const row = (key: string) => month(key, rate(3, 12));

  it("stands beside the month as far into it, though it has no first month of its own", () => {
    const now = ["2026-01", "2026-02", "2026-03"].map(row);
    const { before } = trendOf(now, { months: ["2025-02", "2025-03"].map(row), monthsEarlier: 12 });
    expect(before.map((point) => point?.key ?? null)).toEqual([null, "2025-02", "2025-03"]);
  });

  it("across a new year, and by quarters only where whole quarters lie between", () => {
    const small = month("2026-01", rate(1, 9));
    const earlier = ["2025-10", "2025-11"].map(row);
    expect(trendOf([row("2026-01")], { months: earlier, monthsEarlier: 3 }).before[0]?.key).toBe("2025-10");
    expect(trendOf([small], { months: earlier, monthsEarlier: 3 }).before[0]?.key).toBe("2025-Q4");
    expect(trendOf([small], { months: earlier, monthsEarlier: 2 }).before).toEqual([null]);
  });
});

it("twelve points stand in twelve equal columns, the first at 1/24 and the last at 23/24", () => {
  const places = Array.from({ length: 12 }, (_, index) => placeOf(index, 12));
  expect(places[0]).toBeCloseTo(1 / 24, 12);
  expect(places.at(-1)).toBeCloseTo(23 / 24, 12);
  expect(placeOf(0, 1)).toBe(0.5);
});

describe("the earlier half against the later", () => {
  it("80 of 200, then 40 of 200, is clearly lower; the preliminary last month is in neither", () => {
    const settled = [rate(40, 100), rate(40, 100), rate(20, 100), rate(20, 100)];
    const trend = trendOf(
      [...settled, rate(0, 100, 100, { preliminary: true })].map((r, at) => month(`2026-0${at + 1}`, r)),
    );
    const { before, after, comparison } = halvesOf(trend);
    expect([before.hits, before.trials, after.hits, after.trials]).toEqual([80, 200, 40, 200]);
    expect(comparison).toMatchObject({ verdict: "clear", direction: "below" });
  });

  it("one point alone is compared with nothing", () => {
    expect(halvesOf(trendOf([month("2026-01", rate(40, 100))])).comparison).toEqual({ verdict: "none" });
  });
});

function month(key: string | null, each: Rate): ReportRow {
  const rates = {
    ...{ leadConversionRate: each, qualificationRate: each, opportunityConversionRate: each },
    ...{ step2: each, direct: each },
  };
  return { key, name: key, query: null, parts: total.parts, rates };
}
