import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { benjaminiHochberg } from "./benjamini-hochberg";

const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe("benjaminiHochberg gives the published adjusted values", () => {
  const numbers = z.array(z.number());
  const shape = { p: numbers, adjusted: numbers, q: z.number().optional(), rejected: z.number().optional() };
  test.each(vectors("benjaminiHochberg", shape))("$id: $source", ({ p, adjusted, q, rejected, tolerance }) => {
    const actual = benjaminiHochberg(p);
    expect(actual).toHaveLength(adjusted.length);
    adjusted.forEach((expected, index) => expectWithin(actual[index], expected, tolerance));
    if (q !== undefined) expect(actual.filter((value) => value <= q)).toHaveLength(rejected ?? Number.NaN);
  });
});

it("never lowers a value, nor lifts it above 1", () => {
  fc.assert(
    fc.property(family, (p) => {
      const adjusted = benjaminiHochberg(p);
      // p·m/m can round one step below p.
      p.forEach((value, index) => expect(adjusted[index]).toBeGreaterThanOrEqual(value * (1 - 1e-15)));
      expect(adjusted.every((value) => value <= 1)).toBe(true);
    }),
  );
});

it("keeps the order", () => {
  fc.assert(
    fc.property(family, (p) => {
      const pairs = benjaminiHochberg(p).map((adjusted, index) => ({ adjusted, p: p[index] ?? Number.NaN }));
      const sorted = pairs.sort((a, b) => a.p - b.p || a.adjusted - b.adjusted).map((pair) => pair.adjusted);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    }),
  );
});

it("leaves a family of one unchanged", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      expect(benjaminiHochberg([p])).toEqual([p]);
    }),
  );
});
