import { expect, it } from "vitest";
import { shadeOf } from "./shade";

it("of a highest of 40 %: 0 is not shaded, 1 % a little, 24 % in the third strength, 40 % in the fifth", () => {
  expect([0, 0.01, 0.24, 0.4].map((value) => shadeOf(value, 0.4))).toEqual([0, 1, 3, 5]);
  expect(shadeOf(0, 0)).toBe(0);
});
