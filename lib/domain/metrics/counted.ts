/** Every count of leads that a report prints, by its path in the answer of `/api/v1/rates`. */
export const LEADS_COUNTED = [
  "leads.total",
  "leads.open",
  "leads.notAFit",
  "leads.direct",
  "leads.qualified",
  "leads.qualifiedOpen",
  "leads.qualifiedLost",
  "leads.waiting",
  "leads.customers",
  "leads.excluded",
  "leads.faulty",
  "leads.undated",
  "leadConversionRate.hits",
  "leadConversionRate.trials",
  "leadConversionRate.open",
  "qualificationRate.hits",
  "qualificationRate.trials",
  "qualificationRate.open",
  "step2.hits",
  "step2.trials",
  "step2.open",
] as const;
export type LeadsCounted = (typeof LEADS_COUNTED)[number];

export const OPPORTUNITIES_COUNTED = [
  "opportunities.total",
  "opportunities.open",
  "opportunities.won",
  "opportunities.lost",
  "opportunities.withoutLead",
  "opportunities.faulty",
  "opportunities.undated",
  "opportunityConversionRate.hits",
  "opportunityConversionRate.trials",
  "opportunityConversionRate.open",
] as const;
export type OpportunitiesCounted = (typeof OPPORTUNITIES_COUNTED)[number];

export function isLeadsCounted(counted: Counted): counted is LeadsCounted {
  return LEADS_COUNTED.some((each) => each === counted);
}

export type Counted = LeadsCounted | OpportunitiesCounted;
