import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { DECISION_DAYS_DEFAULT, decisionDaysOf, maturity, wholeDays } from "./maturity";

describe("maturity marks a period that is too young for a verdict", () => {
  const shape = {
    ...{ n: z.number(), p75Days: z.number(), openAges: z.array(z.number()), immature: z.number() },
    ...{ share: z.number().nullable(), preliminary: z.boolean() },
  };
  test.each(vectors("maturity", shape))(
    "$id: $source",
    ({ n, p75Days, openAges, immature, share, preliminary, tolerance }) => {
      const actual = maturity(openAges, n, p75Days);
      expect(actual).toMatchObject({ immature, preliminary });
      expectWithin(actual.share, share, tolerance);
    },
  );
});

it("deciding a record never raises the share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { minLength: 1 }),
      fc.nat(50),
      fc.integer({ min: 1, max: 400 }),
      (ages, decided, p75) => {
        const trials = ages.length + decided;
        const before = maturity(ages, trials, p75).share ?? Number.NaN;
        expect(maturity(ages.slice(1), trials, p75).share).toBeLessThanOrEqual(before);
      },
    ),
  );
});

it("20 decisions on days 1 to 20 and none open: three in four are decided by day 15", () => {
  expect(decisionDaysOf(days(20))).toBe(15);
});

it("19 decisions are too few to know, and 20 among 100 open ones never reach three in four: 365 days", () => {
  expect(decisionDaysOf(days(19))).toBe(DECISION_DAYS_DEFAULT);
  const open = Array.from({ length: 100 }, () => ({ time: 30, event: false }));
  expect(decisionDaysOf([...days(20), ...open])).toBe(DECISION_DAYS_DEFAULT);
});

it("2.2 days to an event are 3 whole days, an age of 2.8 days is 2", () => {
  expect(wholeDays(2.2, true)).toEqual({ time: 3, event: true });
  expect(wholeDays(2.8, false)).toEqual({ time: 2, event: false });
});

function days(count: number) {
  return Array.from({ length: count }, (_, index) => ({ time: index + 1, event: true }));
}
