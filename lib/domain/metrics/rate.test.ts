import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { rate } from "./rate";

describe("a rate is its hits over its trials", () => {
  const shape = { x: z.number(), n: z.number(), rate: z.number().nullable() };
  test.each(vectors("rate", shape))("$id: $x of $n is $rate ($source)", ({ x, n, rate: expected, tolerance }) => {
    expectWithin(rate(x, n).value, expected, tolerance);
  });
});

it("0 of 0 has no value and no range, where `n or 1` would print 0", () => {
  expect(rate(0, 0)).toEqual({
    hits: 0,
    trials: 0,
    open: 0,
    value: null,
    low: null,
    high: null,
    evidence: "none",
    preliminary: false,
  });
});

it("38 of 38 lies between 0.9 and exactly 1, never above", () => {
  expect(rate(38, 38).high).toBe(1);
  expect(rate(38, 38).low).toBeGreaterThan(0.9);
});

it("evidence turns from none to few at 1, to thin at 10, to ok at 30", () => {
  const evidence = [0, 1, 9, 10, 29, 30].map((trials) => rate(0, trials).evidence);
  expect(evidence).toEqual(["none", "few", "few", "thin", "thin", "ok"]);
});

it("carries what is open, and the mark of a young period", () => {
  expect(rate(26, 262, 55, { preliminary: true })).toMatchObject({ open: 55, preliminary: true });
});

it("more hits than trials cannot be written: 12 wins closed in a month over 9 records opened in it", () => {
  expect(() => rate(12, 9)).toThrow(RangeError);
});

it.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("%d is refused as a count", (count) => {
  expect(() => rate(0, count)).toThrow(RangeError);
  expect(() => rate(0, 10, count)).toThrow(RangeError);
});

it("the value lies in its range, and the range in 0 to 1, for every count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (trials, seed) => {
      const { value, low, high } = rate(seed % (trials + 1), trials);
      expect(
        low !== null && value !== null && high !== null && 0 <= low && low <= value && value <= high && high <= 1,
      ).toBe(true);
    }),
  );
});
