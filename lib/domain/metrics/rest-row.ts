import type { Parts } from "./parts";
import { ratesOf } from "./rates-of";
import type { ReportRow } from "./report";
import type { ReportQuery } from "./report-query";

/** All that a row is not: counts less counts, as young as the whole is. */
export function restRow(whole: ReportRow, row: ReportRow, query: ReportQuery): ReportRow {
  const parts: Parts = {
    leads: less(whole.parts.leads, row.parts.leads),
    opportunities: less(whole.parts.opportunities, row.parts.opportunities),
    notAFitUnqualified: whole.parts.notAFitUnqualified - row.parts.notAFitUnqualified,
  };
  const preliminary = {
    leadConversionRate: whole.rates.leadConversionRate.preliminary,
    qualificationRate: whole.rates.qualificationRate.preliminary,
    opportunityConversionRate: whole.rates.opportunityConversionRate.preliminary,
    step2: whole.rates.step2?.preliminary ?? false,
  };
  return { key: "rest", name: null, query: null, parts, rates: ratesOf(parts, { ...query, preliminary }) };
}

/** Holds because each count of both has the same name, and a part never counts more than the whole. */
function less<T extends object>(whole: T, part: T): T {
  const counts: [string, unknown][] = Object.entries(part);
  const of = new Map(counts);
  const left = Object.entries(whole).map(([name, count]: [string, unknown]) => {
    const own = of.get(name);
    return [name, typeof count === "number" && typeof own === "number" ? count - own : count] as const;
  });
  return Object.fromEntries(left) as T;
}
