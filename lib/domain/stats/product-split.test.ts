import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { productSplit } from "./product-split";

describe("productSplit gives the published parts", () => {
  const number = z.number();
  const shape = { a1: number, b1: number, a2: number, b2: number, a: number, b: number, total: number };
  test.each(vectors("productSplit", shape))("$id: $source", ({ a1, b1, a2, b2, a, b, total, tolerance }) => {
    const split = productSplit({ a: a1, b: b1 }, { a: a2, b: b2 });
    expectWithin(split.a, a, tolerance);
    expectWithin(split.b, b, tolerance);
    expectWithin(split.a + split.b, total, tolerance);
  });
});

it("the parts add up to the change of the product", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, share, (a1, b1, a2, b2) => {
      const split = productSplit({ a: a1, b: b1 }, { a: a2, b: b2 });
      expect(split.a + split.b).toBeCloseTo(a2 * b2 - a1 * b1, 12);
    }),
  );
});

it("a factor without a value on one side takes the other's, so it moved nothing", () => {
  expect(productSplit({ a: 0, b: null }, { a: 0.5, b: 0.5 })).toEqual({ a: 0.25, b: 0 });
  expect(productSplit({ a: 0, b: null }, { a: 0, b: null })).toEqual({ a: 0, b: 0 });
});
