import { AMOUNT_PER, DEAL_KINDS, type DealKind } from "@/lib/domain/deals/deal";
import { sum } from "@/lib/domain/stats/sum";
import { type Amount, costPerUnit, dealValueMinor, perUnit, sumByCurrency } from "./per-unit";

/** Deals alike in all but their amounts. */
export interface DealSum {
  readonly kind: DealKind;
  readonly termMonths: number | null;
  /** `null`: of these deals nobody knows the amount. */
  readonly currency: string | null;
  readonly amountMinor: number;
  readonly deals: number;
}

/** The same of the leads of a period, by the channel that the lead came in with. */
export interface LeadDealSum extends DealSum {
  readonly channel: string | null;
}

/** A campaign with all its leads and customers to date. */
export interface CampaignUnits {
  readonly channel: string;
  readonly cost: Amount | null;
  readonly leads: number;
  readonly customers: number;
}

/** Signed in the period, one kind and one currency; monthly kinds by the month. */
export interface WonKind {
  readonly kind: DealKind;
  readonly per: "month" | "once";
  readonly deals: number;
  readonly amount: Amount | null;
}

/** One channel and one currency. */
export interface MoneyRow {
  readonly currency: string | null;
  readonly valueMinor: number | null;
  readonly valuePerLead: number | null;
  readonly costMinor: number | null;
  readonly costPerLead: number | null;
  readonly costPerCustomer: number | null;
}

export interface MoneyGroup {
  /** A channel; `null`: the unattributed. */
  readonly key: string | null;
  readonly leads: number | null;
  /** One per currency, at least one. */
  readonly rows: readonly MoneyRow[];
}

export interface Money {
  readonly won: readonly WonKind[];
  readonly total: MoneyGroup;
  readonly channels: readonly MoneyGroup[];
  /** Deals of the leads whose value nobody knows: no amount, or by the month without a term. */
  readonly unvalued: number;
}

interface MoneyCounts {
  readonly signed: readonly DealSum[];
  readonly ofLeads: readonly LeadDealSum[];
  /** Leads per channel; `null` counts by decision, where there are no leads to divide by. */
  readonly leads: ReadonlyMap<string | null, number> | null;
  readonly campaigns: readonly CampaignUnits[];
}

/** What was won, what a lead is worth and what it costs (metrics.md 3.14); never a sum across currencies. */
export function moneyOf({ signed, ofLeads, leads, campaigns }: MoneyCounts): Money {
  const keys = new Set([
    ...(leads?.keys() ?? []),
    ...campaigns.flatMap(({ channel, cost }) => (cost ? [channel] : [])),
  ]);
  const group = (key: string | null, own: Pick<MoneyCounts, "ofLeads" | "campaigns">, count: number | null) => ({
    key,
    leads: count,
    rows: rowsOf(own.ofLeads, own.campaigns, count),
  });
  return {
    won: wonOf(signed),
    total: group(null, { ofLeads, campaigns }, leads === null ? null : sum([...leads.values()])),
    channels: [...keys].map((key) =>
      group(
        key,
        {
          ofLeads: ofLeads.filter(({ channel }) => channel === key),
          campaigns: campaigns.filter(({ channel }) => channel === key),
        },
        leads === null ? null : (leads.get(key) ?? 0),
      ),
    ),
    unvalued: sum(ofLeads.flatMap((each) => (valueOf(each) === null ? [each.deals] : []))),
  };
}

function rowsOf(
  deals: readonly LeadDealSum[],
  campaigns: readonly CampaignUnits[],
  leads: number | null,
): readonly MoneyRow[] {
  const values = sumByCurrency(deals.flatMap((deal) => valueOf(deal) ?? []));
  const costs = sumByCurrency(campaigns.flatMap(({ cost }) => cost ?? []));
  const perLead = costPerUnit(campaigns.map(({ cost, leads: units }) => ({ cost, units })));
  const perCustomer = costPerUnit(campaigns.map(({ cost, customers: units }) => ({ cost, units })));
  const currencies = [...new Set([...values, ...costs].map(({ currency }) => currency))].toSorted();
  const at = <T extends { readonly currency: string; readonly minor: number | null }>(all: readonly T[], of: string) =>
    all.find(({ currency }) => currency === of)?.minor ?? null;
  if (currencies.length === 0) return [{ ...NO_MONEY, ...worth(leads === 0 ? null : 0, leads) }];
  return currencies.map((currency) => ({
    currency,
    ...worth(at(values, currency) ?? 0, leads),
    costMinor: at(costs, currency),
    costPerLead: at(perLead, currency),
    costPerCustomer: at(perCustomer, currency),
  }));
}

/** Leads that brought nothing are worth 0, which is known; without leads nothing is. */
function worth(valueMinor: number | null, leads: number | null) {
  return { valueMinor: leads === null ? null : valueMinor, valuePerLead: perUnit(valueMinor, leads ?? 0) };
}

const NO_MONEY = { currency: null, costMinor: null, costPerLead: null, costPerCustomer: null } as const;

/** The sum of what these deals are worth as a whole: amounts sum before a term multiplies them. */
function valueOf({ kind, termMonths, currency, amountMinor }: DealSum): Amount | null {
  const minor = currency === null ? null : dealValueMinor({ kind, amountMinor, termMonths });
  return minor === null || currency === null ? null : { minor, currency };
}

function wonOf(signed: readonly DealSum[]): readonly WonKind[] {
  return DEAL_KINDS.flatMap((kind) => {
    const own = signed.filter((each) => each.kind === kind);
    const known = own.flatMap(({ currency, amountMinor: minor, deals }) =>
      currency === null ? [] : [{ currency, minor, deals }],
    );
    const unknown = sum(own.filter(({ currency }) => currency === null).map(({ deals }) => deals));
    const per = AMOUNT_PER[kind];
    return [
      ...sumByCurrency(known).map((amount) => ({
        kind,
        per,
        amount,
        deals: sum(known.filter(({ currency }) => currency === amount.currency).map(({ deals }) => deals)),
      })),
      ...(unknown === 0 ? [] : [{ kind, per, amount: null, deals: unknown }]),
    ];
  });
}
