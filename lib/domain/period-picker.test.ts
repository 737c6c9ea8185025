import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addDays,
  compareWithPrevious,
  daysBetween,
  bucketOf,
  bucketsBetween,
  type Period,
  previousPeriod,
  resolvePeriod,
  samePeriodLastYear,
  splitPeriod,
} from "@/lib/domain/period";
import { vectors } from "@/lib/domain/testing/vectors";

const dates = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays("1972-01-01", days));
const periods = fc
  .tuple(dates, fc.integer({ min: 1, max: 900 }))
  .map(([from, days]): Period => ({ from, to: addDays(from, days) }));
const UNITS = fc.constantFrom("week" as const, "month" as const, "quarter" as const);

describe("the period before", () => {
  const shape = {
    kind: z.enum(["range", "calendarMonth", "calendarQuarter", "monthToDate"]),
    from: z.string(),
    to: z.string(),
    previousFrom: z.string(),
    previousTo: z.string(),
    days: z.number(),
    previousDays: z.number(),
    equalLength: z.boolean(),
  };

  it.each(vectors("previousPeriod", shape))("$id, $kind: $source", ({ kind, from, to, ...v }) => {
    expect(previousPeriod({ from, to }, kind)).toEqual({
      period: { from, to },
      previous: { from: v.previousFrom, to: v.previousTo },
      days: v.days,
      previousDays: v.previousDays,
      equalLength: v.equalLength,
    });
  });

  it("of a range is as long as the range and ends where it starts", () => {
    fc.assert(
      fc.property(periods, (period) => {
        const { previous, equalLength } = previousPeriod(period, "range");
        expect([previous.to, equalLength]).toEqual([period.from, true]);
      }),
    );
  });

  it("on 23 November the running month is 23 days against the first 23 of October", () => {
    const compared = compareWithPrevious({ key: "month" }, "2026-11-23");
    expect(compared?.period).toEqual({ from: "2026-11-01", to: "2026-11-24" });
    expect(compared?.previous).toEqual({ from: "2026-10-01", to: "2026-10-24" });
    expect(compared?.equalLength).toBe(true);
  });

  it("of twelve running months is as many days from one year earlier", () => {
    const compared = compareWithPrevious({ key: "12m" }, "2026-11-23");
    expect(compared?.period).toEqual({ from: "2025-12-01", to: "2026-11-24" });
    expect(compared?.previous).toEqual({ from: "2024-12-01", to: "2025-11-24" });
  });

  it("of chosen dates that are a whole March is February; of thirty days that happen to be April, thirty days", () => {
    const march = { from: "2026-03-01", to: "2026-04-01" };
    const chosen = compareWithPrevious({ key: "custom", period: march }, "2026-11-23");
    expect(chosen?.previous).toEqual({ from: "2026-02-01", to: "2026-03-01" });
    const thirty = compareWithPrevious({ key: "30d" }, "2026-04-30");
    expect(thirty?.period).toEqual({ from: "2026-04-01", to: "2026-05-01" });
    expect(thirty?.previous).toEqual({ from: "2026-03-02", to: "2026-04-01" });
  });

  it("of everything there is none", () => {
    expect(compareWithPrevious({ key: "all" }, "2026-11-23")).toBeNull();
  });

  it("a year ago has the same dates, and 29 February becomes the 28th", () => {
    const yearAgo = (from: string, to: string) => samePeriodLastYear({ from, to }).previous;
    expect(yearAgo("2026-03-15", "2026-04-14")).toEqual({ from: "2025-03-15", to: "2025-04-14" });
    expect(yearAgo("2028-02-01", "2028-03-01")).toEqual({ from: "2027-02-01", to: "2027-03-01" });
    expect(yearAgo("2028-02-28", "2028-02-29")).toEqual({ from: "2027-02-28", to: "2027-03-01" });
  });
});

describe("the keys of the picker", () => {
  it.each([
    ["12m", "2025-12-01", "2026-12-01"],
    ["month", "2026-11-01", "2026-12-01"],
    ["last-month", "2026-10-01", "2026-11-01"],
    ["quarter", "2026-10-01", "2027-01-01"],
    ["last-quarter", "2026-07-01", "2026-10-01"],
    ["ytd", "2026-01-01", "2026-11-24"],
    ["30d", "2026-10-25", "2026-11-24"],
    ["90d", "2026-08-26", "2026-11-24"],
  ] as const)("%s on 23 November 2026 is %s to %s", (key, from, to) => {
    expect(resolvePeriod({ key }, "2026-11-23")).toEqual({ from, to });
  });

  it("everything is no period, and chosen dates are themselves", () => {
    const period: Period = { from: "2026-02-03", to: "2026-02-10" };
    expect(resolvePeriod({ key: "all" }, "2026-11-23")).toBeNull();
    expect(resolvePeriod({ key: "custom", period }, "2026-11-23")).toEqual(period);
  });

  it("every key but the last month and quarter has today in it", () => {
    const current = ["12m", "month", "quarter", "ytd", "30d", "90d"] as const;
    fc.assert(
      fc.property(dates, fc.constantFrom(...current), (today, key) => {
        const period = resolvePeriod({ key }, today);
        expect(period !== null && period.from <= today && today < period.to).toBe(true);
      }),
    );
  });
});

describe("parts of a period", () => {
  it("follow each other without gap, and their days add up to the whole", () => {
    fc.assert(
      fc.property(periods, UNITS, (period, unit) => {
        const parts = splitPeriod(period, unit);
        expect(parts.map(({ from }) => from)).toEqual([period.from, ...parts.slice(0, -1).map(({ to }) => to)]);
        expect(parts.at(-1)?.to).toBe(period.to);
        expect(parts.reduce((days, { from, to }) => days + daysBetween(from, to), 0)).toBe(
          daysBetween(period.from, period.to),
        );
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
      }),
      { numRuns: 50 },
    );
  });

  it("from the first to the last bucket of some days: those days' own at the ends, whole, and none left out", () => {
    fc.assert(
      fc.property(periods, UNITS, (period, unit) => {
        const last = addDays(period.to, -1);
        const buckets = bucketsBetween([bucketOf(last, unit), bucketOf(period.from, unit)], unit);
        const whole = { from: buckets[0]?.from ?? "", to: buckets.at(-1)?.to ?? "" };
        expect(whole.from <= period.from && last < whole.to).toBe(true);
        expect(bucketOf(addDays(whole.from, -1), unit)).not.toBe(buckets[0]?.key);
        expect(bucketOf(whole.to, unit)).not.toBe(buckets.at(-1)?.key);
        expect(splitPeriod(whole, unit)).toEqual(buckets);
      }),
      { numRuns: 50 },
    );
  });

  it("are cut to it: two days over a new year are one week, two months, two quarters", () => {
    const period = { from: "2026-12-31", to: "2027-01-02" };
    expect(splitPeriod(period, "week").map(({ key }) => key)).toEqual(["2026-W53"]);
    expect(splitPeriod(period, "month").map(({ key }) => key)).toEqual(["2026-12", "2027-01"]);
    expect(splitPeriod(period, "quarter").map(({ key }) => key)).toEqual(["2026-Q4", "2027-Q1"]);
  });
});
