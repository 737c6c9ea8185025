import type { Basis } from "@/lib/domain/metrics/parts";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Rates } from "@/lib/domain/metrics/rates-of";

export type HeadlineKey = "head" | "decision" | "few" | "fewOpp";

/** Which sentence a report begins with: both rates, or which of them has too few; `null` where there is nothing at all. */
export function headlineKey(rates: Rates, basis: Basis): HeadlineKey | null {
  const { leadConversionRate: lead, opportunityConversionRate: opportunity } = rates;
  if (hasRate(lead)) {
    if (hasRate(opportunity)) return basis === "start" ? "head" : "decision";
    return "fewOpp";
  }
  if (lead.trials > 0) return "few";
  return opportunity.trials > 0 && !hasRate(opportunity) ? "fewOpp" : null;
}

function hasRate({ evidence }: Rate): boolean {
  return evidence === "thin" || evidence === "ok";
}
