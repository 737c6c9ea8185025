import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";
import { sum } from "@/lib/domain/stats/sum";

/** Minor units over a count, unrounded; `null` without an amount or without a unit. An amount of 0 is 0. */
export function perUnit(amountMinor: number | null, units: number): number | null {
  return amountMinor === null || units === 0 ? null : amountMinor / units;
}

/** For printing only: whole minor units, half up. */
export function shownMinor(value: number): number {
  return Math.floor(value + 0.5);
}

/** What a deal is worth as a whole. A monthly one without a term has no such value, which is not 0. */
export function dealValueMinor(deal: {
  readonly kind: DealKind;
  readonly amountMinor: number;
  readonly termMonths: number | null;
}): number | null {
  switch (AMOUNT_PER[deal.kind]) {
    case "once":
      return deal.amountMinor;
    case "month":
      return deal.termMonths === null ? null : deal.amountMinor * deal.termMonths;
  }
}

export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

/** One sum per currency, in the order of the currencies' codes. Nothing is ever added across them. */
export function sumByCurrency(amounts: readonly Amount[]): readonly Amount[] {
  const currencies = [...new Set(amounts.map((amount) => amount.currency))].sort();
  return currencies.map((currency) => ({
    minor: sum(amounts.filter((amount) => amount.currency === currency).map((amount) => amount.minor)),
    currency,
  }));
}

/** The cost of a channel per lead or customer: only campaigns with a cost, cost and units alike; per currency. */
export function costPerUnit(
  campaigns: readonly { readonly cost: Amount | null; readonly units: number }[],
): readonly { readonly currency: string; readonly minor: number | null }[] {
  const costed = campaigns.flatMap(({ cost, units }) => (cost === null ? [] : [{ cost, units }]));
  return sumByCurrency(costed.map(({ cost }) => cost)).map(({ currency, minor }) => {
    const units = sum(costed.filter(({ cost }) => cost.currency === currency).map((campaign) => campaign.units));
    return { currency, minor: perUnit(minor, units) };
  });
}
