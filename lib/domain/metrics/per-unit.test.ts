import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { vectors } from "@/lib/domain/testing/vectors";
import { costPerUnit, dealValueMinor, perUnit, shownMinor, sumByCurrency } from "./per-unit";

describe("perUnit divides, and only printing rounds", () => {
  const shape = { amountMinor: z.number(), units: z.number(), valueMinor: z.number().nullable() };
  test.each(vectors("perUnit", shape))("$id: $source", ({ amountMinor, units, valueMinor }) => {
    const value = perUnit(amountMinor, units);
    expect(value === null ? null : shownMinor(value)).toBe(valueMinor);
    if (value !== null) expect(value).toBe(amountMinor / units);
  });
});

it("a missing cost is no figure, a cost of 0 is 0", () => {
  expect(perUnit(null, 8)).toBeNull();
  expect(perUnit(0, 8)).toBe(0);
});

it("1 000.00 a month for 12 months is 12 000.00, without a term no value, and once is once", () => {
  expect(dealValueMinor({ kind: "subscription", amountMinor: 100_000, termMonths: 12 })).toBe(1_200_000);
  expect(dealValueMinor({ kind: "retainer", amountMinor: 100_000, termMonths: null })).toBeNull();
  expect(dealValueMinor({ kind: "project", amountMinor: 100_000, termMonths: 12 })).toBe(100_000);
});

it("100.00 NOK, 50.00 EUR and 20.00 NOK are two figures: 50.00 EUR and 120.00 NOK", () => {
  const amounts = [nok(10_000), { minor: 5_000, currency: "EUR" }, nok(2_000)];
  expect(sumByCurrency(amounts)).toEqual([{ minor: 5_000, currency: "EUR" }, nok(12_000)]);
});

it("10 000.00 over 8 leads and an uncosted campaign with 40: 1 250.00 per lead, not 208.33", () => {
  const campaigns = [
    { cost: nok(1_000_000), units: 8 },
    { cost: null, units: 40 },
  ];
  expect(costPerUnit(campaigns)).toEqual([nok(125_000)]);
  expect(costPerUnit([{ cost: null, units: 40 }])).toEqual([]);
});

function nok(minor: number) {
  return { minor, currency: "NOK" };
}
