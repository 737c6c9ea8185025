import type { Parts } from "@/lib/domain/metrics/parts";
import { noRow } from "./report-row";

/** The parts of a period with these counts, and 0 of everything else; all that are not a fit never were an opportunity. */
export function partsOf(counts: {
  readonly leads?: Partial<Parts["leads"]>;
  readonly opportunities?: Partial<Parts["opportunities"]>;
}): Parts {
  const leads = { ...noRow.parts.leads, ...counts.leads };
  const opportunities = { ...noRow.parts.opportunities, ...counts.opportunities };
  return { leads, opportunities, notAFitUnqualified: leads.notAFit };
}
