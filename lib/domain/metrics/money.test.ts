import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { type CampaignUnits, type LeadDealSum, type Money, moneyOf } from "./money";

const CHANNELS = ["seo", "ads", null] as const;
const amount = fc.integer({ min: 0, max: 10 ** 9 });
const deals: fc.Arbitrary<LeadDealSum> = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  kind: fc.constantFrom(...DEAL_KINDS),
  termMonths: fc.constantFrom(null, 1, 12),
  currency: fc.constantFrom(null, "EUR", "NOK"),
  amountMinor: amount,
  deals: fc.integer({ min: 1, max: 9 }),
});
const campaigns: fc.Arbitrary<CampaignUnits> = fc.record({
  channel: fc.constantFrom("seo", "ads"),
  cost: fc.option(fc.record({ minor: amount, currency: fc.constantFrom("EUR", "NOK") })),
  leads: fc.nat(100),
  customers: fc.nat(100),
});
const leads = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));

describe("moneyOf", () => {
  it("rows sum to the whole, currency by currency: leads, their value, and the cost", () => {
    fc.assert(
      fc.property(fc.array(deals), fc.array(campaigns), leads, (ofLeads, costed, counts) => {
        const perChannel = new Map(CHANNELS.map((channel, at) => [channel, counts[at] ?? 0]));
        const money = moneyOf({ signed: [], ofLeads, leads: perChannel, campaigns: costed });
        expect(money.channels.reduce((all, each) => all + (each.leads ?? 0), 0)).toBe(money.total.leads);
        for (const { currency, valueMinor, costMinor } of money.total.rows) {
          expect(summed(money, currency, "valueMinor")).toBe(valueMinor ?? 0);
          expect(summed(money, currency, "costMinor")).toBe(costMinor ?? 0);
        }
      }),
    );
  });

  it("a cost of 0 is 0 per lead, a missing one is none; both of one campaign with 4 leads", () => {
    const campaign = { channel: "seo", leads: 4, customers: 0 };
    const of = (cost: CampaignUnits["cost"]) =>
      moneyOf({ signed: [], ofLeads: [], leads: new Map([["seo", 4]]), campaigns: [{ ...campaign, cost }] }).total.rows;
    expect(of({ minor: 0, currency: "NOK" })).toMatchObject([{ costMinor: 0, costPerLead: 0, costPerCustomer: null }]);
    expect(of(null)).toMatchObject([{ costMinor: null, costPerLead: null, valueMinor: 0, valuePerLead: 0 }]);
  });
});

function summed({ channels }: Money, currency: string | null, name: "valueMinor" | "costMinor"): number {
  return channels
    .flatMap(({ rows }) => rows.filter((row) => row.currency === currency))
    .reduce((all, row) => all + (row[name] ?? 0), 0);
}
