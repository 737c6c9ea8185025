import { expect, it } from "vitest";
import { compareRates, compareWithTarget } from "./compare";
import { rate } from "./rate";

const young = { preliminary: true };

it("36 of 120 against 24 of 150: clearly above, by 14 points, likely 4 to 24", () => {
  const comparison = compareRates(rate(36, 120), rate(24, 150));
  expect(comparison).toMatchObject({ verdict: "clear", direction: "above" });
  expect(comparison).toHaveProperty("difference", expect.closeTo(0.14, 10));
  expect(comparison).toHaveProperty("low", expect.closeTo(0.0396, 4));
  expect(comparison).toHaveProperty("high", expect.closeTo(0.2405, 4));
});

it("24 of 150 against 36 of 120 is a fall, not a rise", () => {
  expect(compareRates(rate(24, 150), rate(36, 120))).toMatchObject({ verdict: "clear", direction: "below" });
});

it("9 of 30 against 24 of 150, the same 14 points, is no clear difference", () => {
  expect(compareRates(rate(9, 30), rate(24, 150)).verdict).toBe("unclear");
});

it("2 of 17 against 0 of 17, and 9 of 10 against 1 of 29, are too few: nothing is said", () => {
  expect(compareRates(rate(2, 17), rate(0, 17))).toEqual({ verdict: "none" });
  expect(compareRates(rate(9, 10), rate(1, 300))).toEqual({ verdict: "none" });
  expect(compareRates(rate(1, 300), rate(29, 29))).toEqual({ verdict: "none" });
});

it("a last month that fell from 60 of 200 to 5 of 100 only by being young gets no verdict and no arrow", () => {
  expect(compareRates(rate(5, 100, 90, young), rate(60, 200))).toEqual({ verdict: "none" });
  expect(compareRates(rate(60, 200), rate(5, 100, 90, young))).toEqual({ verdict: "none" });
});

it("no baseline, or one in which nothing could happen, is no change of 0", () => {
  expect(compareRates(rate(20, 100), null)).toEqual({ verdict: "none" });
  expect(compareRates(rate(20, 100), rate(0, 0))).toEqual({ verdict: "none" });
});

it("20 of 100, likely 13 to 29 %: below a target of 30 %, above one of 12 %, and neither for 25 %", () => {
  const twenty = rate(20, 100);
  expect(compareWithTarget(twenty, 0.3)).toMatchObject({ verdict: "clear", direction: "below" });
  expect(compareWithTarget(twenty, 0.12)).toMatchObject({ verdict: "clear", direction: "above" });
  expect(compareWithTarget(twenty, 0.25)).toMatchObject({ verdict: "unclear", difference: expect.closeTo(-0.05, 10) });
});

it("a target gives no verdict on thin or young figures, nor does a target that is not set", () => {
  expect(compareWithTarget(rate(0, 29), 0.9)).toEqual({ verdict: "none" });
  expect(compareWithTarget(rate(0, 100, 100, young), 0.9)).toEqual({ verdict: "none" });
  expect(compareWithTarget(rate(20, 100), null)).toEqual({ verdict: "none" });
});
