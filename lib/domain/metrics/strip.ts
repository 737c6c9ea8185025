import { rate, type Rate } from "./rate";

/** One set of leads on its way: L came in, Q became opportunities, C of those and D others became customers. */
export interface Journey {
  readonly leads: number;
  readonly qualified: number;
  readonly customersQualified: number;
  readonly direct: number;
}

export interface Strip {
  readonly step1: Rate;
  readonly step2: Rate;
  readonly direct: Rate;
  /** The lead conversion rate with `customer`; *customers per 100 leads* where a team counts opportunities. */
  readonly customers: Rate;
  /** The lead conversion rate with `opportunity`. */
  readonly opportunities: Rate;
  /** Without direct customers, step 1 × step 2 is exactly the share of customers. */
  readonly isProduct: boolean;
}

/** The rates of one set of leads, which explain the difference between the two conversion rates. By start date only. */
export function stripOf({ leads, qualified, customersQualified, direct }: Journey): Strip {
  return {
    step1: rate(qualified, leads),
    step2: rate(customersQualified, qualified),
    direct: rate(direct, leads),
    customers: rate(customersQualified + direct, leads),
    opportunities: rate(qualified + direct, leads),
    isProduct: direct === 0,
  };
}

/**
 * Whether step 2 and the opportunity conversion rate are different counts, so that the report must say why: some
 * opportunities came from older leads, have no lead, or share one.
 */
export function needsReconciling(step2: Rate, opportunityConversionRate: Rate): boolean {
  return step2.hits !== opportunityConversionRate.hits || step2.trials !== opportunityConversionRate.trials;
}
