import { expect, it } from "vitest";
import { rate } from "@/lib/domain/metrics/rate";
import { isDrawn, percentOf, scaleOf } from "./scale";

it("24 of 120 may be as high as 28 %: the scale ends at 40 %, and 20 % stands in its middle", () => {
  const { max, ticks, at } = scaleOf([rate(24, 120), rate(3, 120)]);
  expect(max).toBe(0.4);
  expect(ticks).toEqual([0, 0.2, 0.4]);
  expect(at(0.2)).toBeCloseTo(0.5, 12);
});

it("no rate and no end of a range lies outside its scale", () => {
  for (const rates of [[rate(0, 30)], [rate(30, 30)], [rate(1, 2000)], [rate(15, 30), rate(299, 300)]]) {
    const { max, at } = scaleOf(rates);
    for (const { low, value, high } of rates) {
      expect(high ?? 0).toBeLessThanOrEqual(max);
      for (const share of [low, value, high]) expect(at(share ?? 0)).toBe((share ?? 0) / max);
    }
  }
});

it("9 of 9 is counts alone and does not stretch the scale; 10 are drawn", () => {
  expect(scaleOf([rate(9, 9), rate(24, 120)]).max).toBe(0.4);
  expect([rate(0, 0), rate(9, 9), rate(9, 10), rate(9, 30)].map(isDrawn)).toEqual([false, false, true, true]);
});

it("a third of the way is 33.333%", () => {
  expect(percentOf(1 / 3)).toBe("33.333%");
});
