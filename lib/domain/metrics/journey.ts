import type { Rates } from "./rates-of";
import type { Journey } from "./strip";

/** The way of the leads that these rates are of; by decision date there is none. */
export function journeyOf({ qualificationRate, step2, direct }: Rates): Journey | null {
  if (step2 === null || direct === null) return null;
  return {
    leads: qualificationRate.trials,
    qualified: qualificationRate.hits,
    customersQualified: step2.hits,
    direct: direct.hits,
  };
}
