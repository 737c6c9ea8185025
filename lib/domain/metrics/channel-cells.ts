import type { Cell } from "./against-the-rest";
import type { Rate } from "./rate";
import type { Rates } from "./rates-of";
import type { ReportRow } from "./report";

/** The two steps of a channel; by decision the win rate stands where step 2 is by start. */
export const STEPS = ["step1", "step2"] as const;
export type Step = (typeof STEPS)[number];

export function stepRate(rates: Rates, step: Step): Rate {
  return step === "step1" ? rates.qualificationRate : (rates.step2 ?? rates.opportunityConversionRate);
}

/** Both steps of every channel as one family of comparisons, whatever of them a page shows. */
export function channelCells(channels: readonly ReportRow[]): readonly Cell[] {
  return STEPS.flatMap((column) =>
    channels.map(({ key, name, rates }) => {
      const { hits, trials, preliminary } = stepRate(rates, column);
      // How many are too young is not known here, only whether they are too many for a verdict.
      const immature = preliminary ? trials : 0;
      return { row: key ?? "", column, hits, trials, immature, attributed: name !== null };
    }),
  );
}
