import { type Amount, perUnit } from "./per-unit";
import { rate, type Rate } from "./rate";

/** A campaign with all its leads and customers to date: it is paid for as a whole. */
export interface CampaignFacts {
  readonly id: string;
  readonly name: string;
  readonly audience: number | null;
  readonly cost: Amount | null;
  readonly leads: number;
  readonly customers: number;
}

export interface CampaignRow extends CampaignFacts {
  /** Leads of all who were reached; `null` without an audience, or with more leads than it had people. */
  readonly response: Rate | null;
  readonly costPerLead: number | null;
  readonly costPerCustomer: number | null;
}

/** What a campaign came to (metrics.md 2 and 3.14). */
export function campaignRow(campaign: CampaignFacts): CampaignRow {
  const { audience, cost, leads, customers } = campaign;
  return {
    ...campaign,
    response: audience === null || leads > audience ? null : rate(leads, audience),
    costPerLead: perUnit(cost?.minor ?? null, leads),
    costPerCustomer: perUnit(cost?.minor ?? null, customers),
  };
}
