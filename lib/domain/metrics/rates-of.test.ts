import { expect, it } from "vitest";
import type { Parts } from "./parts";
import { ratesOf } from "./rates-of";
import { partsOf } from "./testing/parts-of";

const YEAR: Parts = {
  leads: {
    total: 262,
    open: 33,
    notAFit: 145,
    direct: 0,
    qualified: 84,
    qualifiedOpen: 16,
    qualifiedLost: 42,
    waiting: 6,
    customers: 26,
    excluded: 3,
    faulty: 0,
    undated: 0,
  },
  opportunities: { total: 91, open: 18, won: 28, lost: 45, withoutLead: 7, faulty: 0, undated: 0 },
  notAFitUnqualified: 145,
};
const START = { basis: "start", leadConvertsAt: "customer" } as const;
const DECISION = { basis: "decision", leadConvertsAt: "customer" } as const;

it("262 leads, 84 qualified, 26 customers: 26/262 with 33 + 16 + 6 open, 84/262 with 33, 28/91 with 18, 26/84 with 16", () => {
  const rates = ratesOf(YEAR, START);
  expect(rates.leadConversionRate).toMatchObject({ hits: 26, trials: 262, open: 55 });
  expect(rates.qualificationRate).toMatchObject({ hits: 84, trials: 262, open: 33 });
  expect(rates.opportunityConversionRate).toMatchObject({ hits: 28, trials: 91, open: 18 });
  expect(rates.step2).toMatchObject({ hits: 26, trials: 84, open: 16 });
});

it("100 leads, 20 customers: 20/100; 50 opportunities, 10 won: 10/50", () => {
  const rates = ratesOf(
    partsOf({
      leads: { total: 100, notAFit: 50, qualified: 50, qualifiedLost: 30, customers: 20 },
      opportunities: { total: 50, won: 10, lost: 40 },
    }),
    START,
  );
  expect(rates.leadConversionRate.value).toBe(0.2);
  expect(rates.opportunityConversionRate.value).toBe(0.2);
});

it("a lead sold to directly: 4 of 5 customers through opportunities give 5/50 leads, 4/20 in step 2, 1/50 direct", () => {
  const parts = partsOf({ leads: { total: 50, open: 29, direct: 1, qualified: 20, qualifiedOpen: 16, customers: 5 } });
  const rates = ratesOf(parts, START);
  expect(rates.leadConversionRate).toMatchObject({ hits: 5, trials: 50 });
  expect(rates.step2).toMatchObject({ hits: 4, trials: 20 });
  expect(rates.direct).toMatchObject({ hits: 1, trials: 50 });
  expect(rates.qualificationRate).toMatchObject({ hits: 20, trials: 50 });
  expect(ratesOf(parts, { ...START, leadConvertsAt: "opportunity" }).leadConversionRate).toMatchObject({
    hits: 21,
    trials: 50,
    open: 29,
  });
});

it("opportunities without a lead are in the opportunity rate, and not in step 1: 84/262 with 0 and with 70 of them", () => {
  const walkIns = { ...YEAR, opportunities: { ...YEAR.opportunities, total: 161, open: 88, withoutLead: 70 } };
  expect(ratesOf(walkIns, START).qualificationRate).toEqual(ratesOf(YEAR, START).qualificationRate);
  expect(ratesOf(walkIns, START).opportunityConversionRate).toMatchObject({ hits: 28, trials: 161 });
});

it("100 opportunities, 3 won, 7 lost, 90 open: 3/100 by start, 3/10 by decision", () => {
  const opened = partsOf({ opportunities: { total: 100, open: 90, won: 3, lost: 7 } });
  expect(ratesOf(opened, START).opportunityConversionRate).toMatchObject({ hits: 3, trials: 100, open: 90 });
  expect(ratesOf(decidedOf(opened), DECISION).opportunityConversionRate).toMatchObject({
    hits: 3,
    trials: 10,
    open: 0,
  });
});

it("by decision, 8 customers, 12 not a fit of whom 5 had been opportunities, 10 first opportunities and 2 direct: 8/20 and 12/19", () => {
  const parts = {
    ...decidedOf(partsOf({ leads: { notAFit: 12, direct: 2, qualified: 10, customers: 8 } })),
    notAFitUnqualified: 7,
  };
  const rates = ratesOf(parts, DECISION);
  expect(rates.leadConversionRate).toMatchObject({ hits: 8, trials: 20, open: 0 });
  expect(rates.qualificationRate).toMatchObject({ hits: 12, trials: 19, open: 0 });
  expect(ratesOf(parts, { ...DECISION, leadConvertsAt: "opportunity" }).leadConversionRate).toEqual(
    rates.qualificationRate,
  );
});

it("by decision there is no step 2 and no direct rate", () => {
  expect(ratesOf(decidedOf(YEAR), DECISION)).toMatchObject({ step2: null, direct: null });
});

it("12 wins closed in a month in which 9 opportunities were opened: refused by start, 12/15 by decision", () => {
  const month = partsOf({ opportunities: { total: 9, won: 12, lost: 3 } });
  expect(() => ratesOf(month, START)).toThrow(RangeError);
  expect(ratesOf(decidedOf(month), DECISION).opportunityConversionRate).toMatchObject({ hits: 12, trials: 15 });
});

it("parts without a total cannot be asked by start", () => {
  expect(() => ratesOf(decidedOf(YEAR), START)).toThrow(RangeError);
});

it("nothing came in: every rate is null, none is 0 or 100 %", () => {
  const values = Object.values(ratesOf(partsOf({}), START)).map((each) => each?.value);
  expect(values).toEqual([null, null, null, null, null]);
});

it("the mark of a young period reaches the rate it was set on, and no other", () => {
  const rates = ratesOf(YEAR, { ...START, preliminary: { leadConversionRate: true } });
  expect(rates.leadConversionRate.preliminary).toBe(true);
  expect(rates.qualificationRate.preliminary).toBe(false);
});

function decidedOf({ leads, opportunities, notAFitUnqualified }: Parts): Parts {
  return {
    leads: { ...leads, total: null, open: null, qualifiedOpen: null, qualifiedLost: null },
    opportunities: { ...opportunities, total: null, open: null },
    notAFitUnqualified,
  };
}
