import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { empiricalBayes } from "./empirical-bayes";

const shares = fc.array(
  fc
    .integer({ min: 1, max: 2_000 })
    .chain((trials) => fc.record({ hits: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) })),
  { minLength: 1, maxLength: 20 },
);

describe("empiricalBayes draws each share towards the mean", () => {
  const numbers = z.array(z.number());
  const shape = { x: numbers, n: numbers, mean: z.number(), strength: z.number().nullable(), shrunk: numbers };
  test.each(vectors("empiricalBayes", shape))("$id: $source", ({ x, n, mean, strength, shrunk, tolerance }) => {
    const actual = present(empiricalBayes(x.map((hits, index) => ({ hits, trials: present(n[index]) }))));
    expectWithin(actual.mean, mean, tolerance);
    expectWithin(actual.strength, strength, tolerance);
    expect(actual.shrunk).toHaveLength(shrunk.length);
    shrunk.forEach((expected, index) => expectWithin(actual.shrunk[index], expected, tolerance));
  });
});

it("each drawn share lies between its own and the mean", () => {
  fc.assert(
    fc.property(shares, (each) => {
      const { mean, shrunk } = present(empiricalBayes(each));
      each.forEach(({ hits, trials }, index) => {
        const [low, high] = [Math.min(hits / trials, mean), Math.max(hits / trials, mean)];
        expect(shrunk[index]).toBeGreaterThanOrEqual(low - 1e-12);
        expect(shrunk[index]).toBeLessThanOrEqual(high + 1e-12);
      });
    }),
  );
});

it("a mean of 0 or 1, single trials, and one row alone give no strength, and no NaN", () => {
  const one = { hits: 1, trials: 1 };
  const none = { hits: 0, trials: 1 };
  const ten = { hits: 0, trials: 10 };
  for (const each of [[ten, ten], [one, one], [one, none, one], [{ hits: 3, trials: 10 }]]) {
    const { mean, strength, shrunk } = present(empiricalBayes(each));
    expect(strength).toBeNull();
    expect(shrunk).toEqual(each.map(() => mean));
  }
});

it("rows that differ completely are left as they are", () => {
  const { shrunk } = present(
    empiricalBayes([
      { hits: 0, trials: 100 },
      { hits: 100, trials: 100 },
    ]),
  );
  expect(shrunk[0]).toBeCloseTo(0, 2);
  expect(shrunk[1]).toBeCloseTo(1, 2);
});

it("no trials at all: no mean", () => {
  expect(empiricalBayes([])).toBeNull();
});
