import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { vectors } from "@/lib/domain/testing/vectors";
import { displayRate, type Percent } from "./display";
import { rate } from "./rate";

describe("displayRate prints no more than the evidence carries", () => {
  const printed = z.string().optional();
  const shape = { x: z.number(), n: z.number(), evidence: z.string(), percent: printed, low: printed, high: printed };
  test.each(vectors("display", shape))("$id: $x of $n, $source", ({ x, n, evidence, percent, low, high }) => {
    const shown = displayRate(rate(x, n));
    expect(rate(x, n).evidence).toBe(evidence);
    if (shown.kind === "percent")
      expect([shown.percent, shown.low, shown.high].map(text)).toEqual([percent, low, high]);
    else expect({ shown, percent }).toEqual({ shown: { kind: n === 0 ? "none" : "counts" }, percent: undefined });
  });
});

it("29 of 200 prints 15 and not 14, 1 of 210 prints <1 and not 0", () => {
  expect(displayRate(rate(29, 200))).toMatchObject({ percent: { value: 15, digits: 0, bound: "exact" } });
  expect(displayRate(rate(1, 210))).toMatchObject({ percent: { value: 1, digits: 0, bound: "less" } });
});

it("99 999 of 100 000 prints >99.9", () => {
  expect(displayRate(rate(99_999, 100_000))).toMatchObject({ percent: { value: 99.9, digits: 1, bound: "more" } });
});

function text({ value, digits, bound }: Percent): string {
  return { exact: "", less: "<", more: ">" }[bound] + value.toFixed(digits);
}
