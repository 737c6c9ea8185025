import { describe, expect, it } from "vitest";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { countSample, sampleCounter } from "./count-sample";
import { type SampleLead, sampleLeads, type SampleStep } from "./sample-leads";
import { STORIES } from "./story";

const TODAY = "2026-11-25";
const OPENED = { kind: "opened", on: "2026-01-03" } as const;
const WON = { kind: "won", on: "2026-01-09", amount: 100 } as const;
const LOST = { kind: "lost", on: "2026-01-09", reason: 0 } as const;
const NOT_A_FIT = { kind: "not-a-fit", on: "2026-01-20" } as const;

describe("ten leads, counted by hand", () => {
  const leads = [
    ...[lead(), lead({ kind: "contacted", on: "2026-01-02" }), lead(NOT_A_FIT)],
    ...[lead(OPENED), lead(OPENED, WON), lead(OPENED, WON), lead(OPENED, LOST), lead(OPENED, LOST, NOT_A_FIT)],
    lead({ kind: "sold-directly", on: "2026-01-02", amount: 100 }),
    lead({ kind: "excluded", on: "2026-01-02" }),
  ];

  it("9 count: 2 open, 1 not a fit, 1 direct, 5 opportunities of which 2 won, 2 lost and 1 open; 3 customers", () => {
    expect(countSample(leads)).toEqual({
      leads: {
        ...{ total: 9, open: 2, notAFit: 1, direct: 1, qualified: 5, qualifiedOpen: 1, qualifiedLost: 2 },
        ...{ waiting: 1, customers: 3, excluded: 1, faulty: 0, undated: 0 },
      },
      opportunities: { total: 5, open: 1, won: 2, lost: 2, withoutLead: 0, faulty: 0, undated: 0 },
      notAFitUnqualified: 1,
    });
  });

  it("3 of 9 leads are customers, 5 of 9 opportunities, and 2 of 5 opportunities won", () => {
    const { leadConversionRate, qualificationRate, opportunityConversionRate, step2 } = sampleCounter(
      leads,
      TODAY,
    )(leads).rates;
    expect([leadConversionRate.hits, leadConversionRate.trials]).toEqual([3, 9]);
    expect([qualificationRate.hits, qualificationRate.trials]).toEqual([5, 9]);
    expect([opportunityConversionRate.hits, opportunityConversionRate.trials]).toEqual([2, 5]);
    expect([step2?.hits, step2?.trials]).toEqual([2, 5]);
  });
});

it("the parts of each sample sum to its leads, and its opportunities to theirs", () => {
  for (const scenario of SCENARIOS) {
    const { leads, opportunities } = countSample(sampleLeads(STORIES[scenario], TODAY));
    const { open, qualifiedOpen, qualifiedLost } = leads;
    expect((open ?? 0) + leads.notAFit + leads.direct + leads.qualified).toBe(leads.total);
    expect((qualifiedOpen ?? 0) + (qualifiedLost ?? 0) + leads.customers - leads.direct).toBe(leads.qualified);
    expect((opportunities.open ?? 0) + opportunities.won + opportunities.lost).toBe(opportunities.total);
  }
});

it("the leads of the last weeks are preliminary, the year is not", () => {
  for (const scenario of SCENARIOS) {
    const all = sampleLeads(STORIES[scenario], TODAY);
    const count = sampleCounter(all, TODAY);
    const { leadConversionRate, opportunityConversionRate } = count(all).rates;
    expect([leadConversionRate.preliminary, opportunityConversionRate.preliminary]).toEqual([false, false]);
    const young = all.filter(({ cameInOn }) => cameInOn > "2026-11-15");
    expect(count(young).rates.leadConversionRate.preliminary).toBe(true);
  }
});

function lead(...steps: readonly SampleStep[]): SampleLead {
  return { name: "Kari", company: "Fjord AS", channel: 0, campaign: null, cameInOn: "2026-01-01", steps };
}
