import { expect, it } from "vitest";
import { rate, type Rate } from "@/lib/domain/metrics/rate";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import { headlineKey } from "./headline-key";

it("both rates from ten on, by the date that was asked for", () => {
  expect(headlineKey(rates(rate(2, 10), rate(3, 10)), "start")).toBe("head");
  expect(headlineKey(rates(rate(2, 10), rate(3, 10)), "decision")).toBe("decision");
});

it("9 leads are too few; 10 leads with 9 opportunities, or with none, have too few opportunities", () => {
  expect(headlineKey(rates(rate(2, 9), rate(3, 10)), "start")).toBe("few");
  expect(headlineKey(rates(rate(2, 10), rate(3, 9)), "start")).toBe("fewOpp");
  expect(headlineKey(rates(rate(2, 10), rate(0, 0)), "start")).toBe("fewOpp");
});

it("no lead: of few opportunities the counts, of nothing no sentence", () => {
  expect(headlineKey(rates(rate(0, 0), rate(3, 9)), "start")).toBe("fewOpp");
  expect(headlineKey(rates(rate(0, 0), rate(0, 0)), "start")).toBeNull();
});

function rates(leadConversionRate: Rate, opportunityConversionRate: Rate): Rates {
  const none = rate(0, 0);
  return { leadConversionRate, opportunityConversionRate, qualificationRate: none, step2: none, direct: none };
}
