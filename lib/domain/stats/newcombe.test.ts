import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { newcombe } from "./newcombe";

const share = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.record({ hits: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));

describe("newcombe gives the published interval of a difference", () => {
  const number = z.number();
  const shape = {
    ...{ x1: number, n1: number, x2: number, n2: number, difference: number, low: number, high: number },
    confidence: z.literal(0.95),
    excludesZero: z.boolean(),
  };
  test.each(vectors("newcombe", shape))("$id: $x1 of $n1 less $x2 of $n2 ($source)", (vector) => {
    const actual = difference({ hits: vector.x1, trials: vector.n1 }, { hits: vector.x2, trials: vector.n2 });
    expectWithin(actual.difference, vector.difference, vector.tolerance);
    expectWithin(actual.low, vector.low, vector.tolerance);
    expectWithin(actual.high, vector.high, vector.tolerance);
    expect(actual.low > 0 || actual.high < 0).toBe(vector.excludesZero);
  });
});

it("56 of 70 less 48 of 80 is narrower than the lower end of one less the upper of the other", () => {
  const { low, high } = difference({ hits: 56, trials: 70 }, { hits: 48, trials: 80 });
  expect(low).toBeGreaterThan(0.6918 - 0.7004);
  expect(high - low).toBeLessThan(0.3);
});

it("contains the difference and lies within −1 to 1", () => {
  fc.assert(
    fc.property(share, share, (first, second) => {
      const actual = difference(first, second);
      expect(-1 <= actual.low && actual.low <= actual.difference).toBe(true);
      expect(actual.difference <= actual.high && actual.high <= 1).toBe(true);
    }),
  );
});

it("swapping the sides mirrors it exactly", () => {
  fc.assert(
    fc.property(share, share, (first, second) => {
      const there = difference(first, second);
      const back = difference(second, first);
      expect([back.low, back.high]).toEqual([0 - there.high, 0 - there.low]);
    }),
  );
});

it("equal shares are never told apart", () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 20 }), ({ hits, trials }, times) => {
      const { low, high } = difference({ hits, trials }, { hits: hits * times, trials: trials * times });
      expect(low <= 0 && 0 <= high).toBe(true);
    }),
  );
});

it("a share of nothing has no difference to anything", () => {
  expect(newcombe({ hits: 0, trials: 0 }, { hits: 3, trials: 10 })).toBeNull();
  expect(newcombe({ hits: 3, trials: 10 }, { hits: 0, trials: 0 })).toBeNull();
});

function difference(...sides: Parameters<typeof newcombe>) {
  return present(newcombe(...sides));
}
