import { expect, it } from "vitest";
import { expectWithin, zOf } from "@/lib/domain/testing/vectors";
import { twoSidedTail } from "./normal-tail";

it.each([0.8, 0.9, 0.95])("the %d point leaves the rest in its two tails", (confidence) => {
  expectWithin(twoSidedTail(zOf(confidence)), 1 - confidence, 1e-15);
});

// Abramowitz & Stegun, table 26.2, to the digits of a double.
it.each([
  [0, 1],
  [1, 0.31731050786291415],
  [2, 0.04550026389635842],
  [3, 0.0026997960632601866],
  [5, 5.733031437583867e-7],
])("beyond ±%d lies %d", (z, tail) => {
  expectWithin(twoSidedTail(z) / tail, 1, 1e-12);
});

it("both sides of 0 are the same, and the two methods meet without a step", () => {
  expect(twoSidedTail(-1.7)).toBe(twoSidedTail(1.7));
  const seam = 2 * Math.SQRT2;
  expectWithin(twoSidedTail(seam - 1e-13) / twoSidedTail(seam + 1e-13), 1, 1e-12);
});

it("far out it is 0 and not below", () => {
  expect(twoSidedTail(40)).toBe(0);
});
