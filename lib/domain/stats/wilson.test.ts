import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, present, vectors, zOf } from "@/lib/domain/testing/vectors";
import { wilson } from "./wilson";

const share = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("wilson gives the published range", () => {
  const shape = {
    x: z.number(),
    n: z.number(),
    confidence: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  };
  test.each(vectors("wilson", shape))("$id: $x of $n ($source)", ({ x, n, confidence, low, high, tolerance }) => {
    const range = wilson(x, n, zOf(confidence));
    expectWithin(range?.low ?? null, low, tolerance);
    expectWithin(range?.high ?? null, high, tolerance);
  });
});

it("holds the share between its ends, and the ends between 0 and 1", () => {
  fc.assert(
    fc.property(share, ([x, n]) => {
      const { low, high } = range(x, n);
      expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true);
    }),
  );
});

it("is exactly 0 at none and exactly 1 at all, for every size up to 2000 (38 of 38 computes to above 1 elsewhere)", () => {
  for (let n = 1; n <= 2000; n++) expect([range(0, n).low, range(n, n).high]).toEqual([0, 1]);
});

it("mirrors: the range of the misses is one minus the range of the hits", () => {
  fc.assert(
    fc.property(share, ([x, n]) => {
      const hits = range(x, n);
      const misses = range(n - x, n);
      expect(misses.low).toBeCloseTo(1 - hits.high, 12);
      expect(misses.high).toBeCloseTo(1 - hits.low, 12);
    }),
  );
});

it("narrows with more trials at an equal share", () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 2, max: 50 }), ([x, n], times) => {
      const few = range(x, n);
      const many = range(x * times, n * times);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});

it("covers the true share in 95 ± 1.5 % of samples, on average over a grid of sizes and shares", () => {
  const random = seeded(20260331);
  let covered = 0;
  let samples = 0;
  for (const n of [10, 20, 30, 50, 100, 200]) {
    for (let p = 0.05; p < 0.96; p += 0.05) {
      for (let sample = 0; sample < 200; sample++, samples++) {
        let hits = 0;
        for (let trial = 0; trial < n; trial++) if (random() < p) hits++;
        const { low, high } = range(hits, n);
        if (low <= p && p <= high) covered++;
      }
    }
  }
  expect(Math.abs(covered / samples - 0.95)).toBeLessThanOrEqual(0.015);
});

function range(hits: number, trials: number) {
  return present(wilson(hits, trials));
}

/** Park & Miller's minimal standard generator (CACM 31:1192, 1988): the same samples on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
