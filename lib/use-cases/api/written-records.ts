import type { sliceDeals, sliceLeads, sliceOpportunities } from "@/db/queries/api-lists";

type Row<List extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<List>>[number];

/** Money as the API writes it: minor units and their currency, or nothing. */
function moneyOf(minor: number | null, currency: string | null) {
  return minor === null || currency === null ? null : { minor, currency };
}

export function writeLead({ expectedMinor, currency, ...lead }: Row<typeof sliceLeads>) {
  return { ...lead, expected: moneyOf(expectedMinor, currency) };
}

export function writeOpportunity({ expectedMinor, currency, ...opportunity }: Row<typeof sliceOpportunities>) {
  return { ...opportunity, expected: moneyOf(expectedMinor, currency) };
}

export function writeDeal({ amountMinor, currency, ...deal }: Row<typeof sliceDeals>) {
  return { ...deal, amount: moneyOf(amountMinor, currency) };
}
