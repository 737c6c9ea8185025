import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { rate } from "./rate";
import { needsReconciling, stripOf } from "./strip";

describe("stripOf follows one set of leads", () => {
  const number = z.number();
  const value = number.nullable();
  const rates = { step1: value, step2: value, direct: value, leadRateAtCustomer: value, leadRateAtOpportunity: value };
  const shape = {
    L: number,
    Q: number,
    C: number,
    D: number,
    customersPer100Leads: value,
    identityHolds: z.boolean(),
    ...rates,
  };
  test.each(vectors("strip", shape))(
    "$id: $L → $Q → $C, $D direct ($source)",
    ({ L, Q, C, D, tolerance, ...vector }) => {
      const strip = stripOf({ leads: L, qualified: Q, customersQualified: C, direct: D });
      expectWithin(strip.step1.value, vector.step1, tolerance);
      expectWithin(strip.step2.value, vector.step2, tolerance);
      expectWithin(strip.direct.value, vector.direct, tolerance);
      expectWithin(strip.customers.value, vector.leadRateAtCustomer, tolerance);
      expectWithin(strip.opportunities.value, vector.leadRateAtOpportunity, tolerance);
      const per100 = strip.customers.value === null ? null : strip.customers.value * 100;
      expectWithin(per100, vector.customersPer100Leads, tolerance);
      expect(strip.isProduct).toBe(vector.identityHolds);
    },
  );
});

it("without direct customers, step 1 × step 2 is the lead conversion rate", () => {
  const journey = fc
    .integer({ min: 1, max: 100_000 })
    .chain((leads) => fc.tuple(fc.constant(leads), fc.integer({ min: 1, max: leads })))
    .chain(([leads, qualified]) =>
      fc.tuple(fc.constant(leads), fc.constant(qualified), fc.integer({ min: 0, max: qualified })),
    );
  fc.assert(
    fc.property(journey, ([leads, qualified, customersQualified]) => {
      const { step1, step2, customers } = stripOf({ leads, qualified, customersQualified, direct: 0 });
      expect((step1.value ?? Number.NaN) * (step2.value ?? Number.NaN)).toBeCloseTo(customers.value ?? Number.NaN, 12);
    }),
  );
});

it("26 of 84 in step 2 beside 28 of 91 opportunities needs a word, beside 26 of 84 none", () => {
  expect(needsReconciling(rate(26, 84), rate(28, 91))).toBe(true);
  expect(needsReconciling(rate(26, 84), rate(26, 84))).toBe(false);
});
