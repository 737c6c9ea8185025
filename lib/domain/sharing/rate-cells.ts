import type { Basis, LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { Rate } from "@/lib/domain/metrics/rate";

/** The rates that a row prints, in their order. */
export const PRINTED_RATES = ["leadConversionRate", "qualificationRate", "opportunityConversionRate", "step2"] as const;
export type PrintedRate = (typeof PRINTED_RATES)[number];

/** Of a time there is no step 2: it follows the leads of all of them. */
export type PrintedRates = Readonly<Record<Exclude<PrintedRate, "step2">, Rate>> & { readonly step2?: Rate | null };

export interface RateCells {
  readonly hits: string;
  readonly trials: string;
}

/**
 * The names of the two counts of a rate. The same count has the same name wherever it is printed: leads are what two rates
 * are divided by, and those that qualified are the hits of one and the trials of the next.
 */
export function rateCells(
  { basis, leadConvertsAt }: { readonly basis: Basis; readonly leadConvertsAt: LeadConvertsAt },
  rate: PrintedRate,
): RateCells {
  const isByStart = basis === "start";
  const leads = isByStart ? "leads" : "leads decided";
  switch (rate) {
    case "leadConversionRate":
      if (leadConvertsAt === "customer") return { hits: "customers", trials: leads };
      return isByStart ? { hits: "moved", trials: leads } : { hits: "qualified", trials: "qualification decided" };
    case "qualificationRate":
      return { hits: "qualified", trials: isByStart ? leads : "qualification decided" };
    case "opportunityConversionRate":
      return { hits: "won", trials: isByStart ? "opportunities" : "opportunities closed" };
    case "step2":
      return { hits: "sold", trials: "qualified" };
  }
}

/** The counts of a row that its rates print, each once. */
export function countsOf(rates: PrintedRates, question: Parameters<typeof rateCells>[0]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of PRINTED_RATES) {
    const rate = rates[name] ?? null;
    if (rate === null) continue;
    const { hits, trials } = rateCells(question, name);
    counts.set(hits, rate.hits).set(trials, rate.trials);
  }
  return counts;
}
