import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { aalenJohansen } from "@/lib/domain/stats/aalen-johansen";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { chanceOf, curveFor, expectedRate } from "./expected-rate";

describe("expectedRate adds to what has converted what the young records may still do", () => {
  const number = z.number();
  const curve = z.object({ times: z.array(number), status: z.array(number) });
  const cohort = z.object({ wonWithin: number, openAges: z.array(number) });
  const shape = {
    ...{ curve, cohort, horizon: number, n: number, conditional: z.array(number).nullable() },
    ...{ expected: number.nullable(), lowerBound: number.optional(), upperBound: number.optional() },
  };
  test.each(vectors("expectedRate", shape))("$id: $source", ({ cohort, horizon, tolerance, ...vector }) => {
    const past = aalenJohansen(
      vector.curve.times.map((time, index) => ({ time, outcome: present(vector.curve.status[index]) })),
      2,
    );
    vector.conditional?.forEach((chance, index) => {
      expectWithin(chanceOf(past, present(cohort.openAges[index]), horizon), chance, tolerance);
    });
    const seen = { trials: vector.n, hitsWithin: cohort.wonWithin, openAges: cohort.openAges };
    const actual = expectedRate(past, seen, horizon);
    expectWithin(actual?.value ?? null, vector.expected, tolerance);
    expect(actual === null).toBe(vector.lowerBound === undefined);
    if (actual === null) return;
    expectWithin(actual.low, present(vector.lowerBound), tolerance);
    expectWithin(actual.high, present(vector.upperBound), tolerance);
  });
});

const PAST = aalenJohansen(
  Array.from({ length: 120 }, (_, index) => ({ time: 1 + ((index * 7) % 95), outcome: index % 3 })),
  2,
);

it("lies between what has converted and what could", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(120), { maxLength: 40 }), fc.nat(40), fc.nat(40), (openAges, hitsWithin, others) => {
      const trials = openAges.length + hitsWithin + others;
      const expected = expectedRate(PAST, { trials, hitsWithin, openAges }, 90);
      if (expected === null) return;
      expect(expected.low).toBeLessThanOrEqual(expected.value);
      expect(expected.value).toBeLessThanOrEqual(expected.high);
    }),
  );
});

it("when all are of age it is the plain share, and needs no curve: 3 of 9", () => {
  const old = fc.array(fc.integer({ min: 90, max: 900 }), { maxLength: 40 });
  fc.assert(
    fc.property(old, fc.nat(40), fc.integer({ min: 1, max: 40 }), (openAges, hitsWithin, others) => {
      const trials = openAges.length + hitsWithin + others;
      const share = hitsWithin / trials;
      const told = { value: share, low: share, high: share };
      expect(expectedRate([], { trials, hitsWithin, openAges }, 90)).toEqual(told);
    }),
  );
  const third = { value: 1 / 3, low: 1 / 3, high: 1 / 3 };
  expect(expectedRate([], { trials: 9, hitsWithin: 3, openAges: [90, 200] }, 90)).toEqual(third);
});

it("a curve that ends on day 95 cannot tell of day 120", () => {
  expect(expectedRate(PAST, { trials: 9, hitsWithin: 3, openAges: [10] }, 120)).toBeNull();
});

it("nothing came in: nothing is expected", () => {
  expect(expectedRate(PAST, { trials: 0, hitsWithin: 0, openAges: [] }, 90)).toBeNull();
});

it("takes the filter's own curve from 20 conversions, else the team's, else none", () => {
  const curve = (won: number) => aalenJohansen([{ time: 3, outcome: 1, count: won }], 2);
  const chosen = (own: number, team: number) =>
    curveFor([
      { source: "filter", curve: curve(own) },
      { source: "team", curve: curve(team) },
    ])?.source;
  expect([chosen(20, 90), chosen(19, 90), chosen(19, 19)]).toEqual(["filter", "team", undefined]);
});
