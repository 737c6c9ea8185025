import { expect, it } from "vitest";
import { campaignRow } from "./campaign-row";

const MAILED = {
  ...{ id: "a", name: "E-post", audience: 1000, leads: 100, customers: 20 },
  cost: { minor: 500_000, currency: "NOK" },
};

it("the source's e-mail: of 1,000 sent 100 answer, 10 %; 5,000 kr are 50 kr a lead and 250 kr a customer", () => {
  const { response, costPerLead, costPerCustomer } = campaignRow(MAILED);
  expect([response?.value, costPerLead, costPerCustomer]).toEqual([0.1, 5000, 25_000]);
});

it("without an audience, or with more leads than people reached, there is no response; without a cost none per lead", () => {
  expect(campaignRow({ ...MAILED, audience: null }).response).toBeNull();
  expect(campaignRow({ ...MAILED, leads: 1001 }).response).toBeNull();
  const free = campaignRow({ ...MAILED, cost: null });
  expect([free.costPerLead, free.costPerCustomer]).toEqual([null, null]);
  expect(campaignRow({ ...MAILED, customers: 0 }).costPerCustomer).toBeNull();
});
