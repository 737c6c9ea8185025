import { expect, it } from "vitest";
import { rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "./format";
import { rateText } from "./rate-text";

const nb = formatFor("nb");

it("24 of 120 is 20 %, likely between 14 and 28 %", () => {
  expect(rateText(rate(24, 120), nb)).toEqual({
    kind: "percent",
    k: "24",
    n: "120",
    value: "20\u00a0%",
    lo: "14",
    hi: "28\u00a0%",
  });
});

it("2 of 9 has counts and a dash, 0 of 0 a dash", () => {
  expect(rateText(rate(2, 9), nb)).toEqual({ kind: "counts", k: "2", n: "9", value: "–" });
  expect(rateText(rate(0, 0), nb)).toEqual({ kind: "none", k: "0", n: "0", value: "–" });
});

it("0 of 300 is 0 %, and 1 of 100,000 is under 0.1 %", () => {
  expect(rateText(rate(0, 300), nb).value).toBe("0\u00a0%");
  expect(rateText(rate(1, 100_000), formatFor("en")).value).toBe("<0.1%");
});
