import type { Before } from "@/lib/domain/diagnosis/report-findings";
import { kitagawa } from "@/lib/domain/stats/kitagawa";
import { compareRates, type Comparison } from "./compare";
import { explainSteps, type StepsExplained } from "./explain-steps";
import { journeyOf } from "./journey";
import { rate, type Rate } from "./rate";
import type { Rates } from "./rates-of";
import type { ReportRow } from "./report";
import { stripOf } from "./strip";

export interface ChannelChange {
  /** `null`: the unattributed. */
  readonly key: string | null;
  /** How much the channel's own rate moved the whole, and how much its changed share did, both in points as 0–1. */
  readonly rate: number;
  readonly mix: number;
  /** Whether a larger part of the leads came from it than before. */
  readonly grew: boolean;
}

/** Why the share of leads that became customers moved from one period to another; the parts sum to the change. */
export interface Change {
  readonly before: Rate;
  readonly now: Rate;
  readonly comparison: Comparison;
  readonly steps: StepsExplained;
  readonly rate: number;
  readonly mix: number;
  readonly channels: readonly ChannelChange[];
}

/** `null` where there is nothing to compare: by decision date, without a period before, or with under 30 leads in either. */
export function changeOf(total: ReportRow, channels: readonly ReportRow[], before: Before | null): Change | null {
  const [was, is] = [before === null ? null : journeyOf(before.total), journeyOf(total.rates)];
  if (before === null || was === null || is === null) return null;
  const customers = customersOf(before.total);
  const now = customersOf(total.rates);
  const steps = explainSteps(was, is);
  if (steps === null || customers?.evidence !== "ok" || now?.evidence !== "ok") return null;
  const keys = new Set([...channels.map(({ key }) => key), ...before.channels.keys()]);
  const ratesNow = new Map(channels.map(({ key, rates }) => [key, rates]));
  const split = kitagawa(
    [...keys].map((key) => ({ key, before: shareOf(before.channels.get(key)), after: shareOf(ratesNow.get(key)) })),
  );
  return {
    before: customers,
    now,
    comparison: compareRates(now, customers),
    steps,
    rate: split?.rate ?? 0,
    mix: split?.mix ?? 0,
    channels: (split?.rows ?? []).map(({ key, rate: ofRate, mixAgainstAverage: ofMix }) => ({
      key,
      rate: ofRate,
      mix: ofMix,
      grew: partOf(ratesNow.get(key), now) > partOf(before.channels.get(key), customers),
    })),
  };
}

/** Customers of all leads, whatever the team counts as converted; as young as its step 2 or lead conversion rate is. */
function customersOf(rates: Rates): Rate | null {
  const journey = journeyOf(rates);
  if (journey === null) return null;
  const { hits, trials } = stripOf(journey).customers;
  const preliminary = rates.leadConversionRate.preliminary || rates.step2?.preliminary === true;
  return rate(hits, trials, rates.leadConversionRate.open, { preliminary });
}

function partOf(rates: Rates | undefined, whole: Rate): number {
  return shareOf(rates).trials / whole.trials;
}

function shareOf(rates: Rates | undefined) {
  const { hits, trials } = (rates === undefined ? null : customersOf(rates)) ?? { hits: 0, trials: 0 };
  return { hits, trials };
}

export type ChangeFinding =
  | { readonly kind: "young" | "same" }
  | { readonly kind: "mix"; readonly channel: string | null; readonly points: number }
  | { readonly kind: "step"; readonly step: 1 | 2; readonly direction: "up" | "down" };

/** What is said of a change: nothing of young figures, and of an unclear one that it is none. */
export function changeFinding({ before, now, comparison, steps, rate: ofRates, mix, channels }: Change): ChangeFinding {
  if (before.preliminary || now.preliminary) return { kind: "young" };
  if (comparison.verdict !== "clear") return { kind: "same" };
  const [weakest] = channels.filter(({ grew }) => grew).toSorted((a, b) => a.mix - b.mix);
  if (steps.total < 0 && mix < 0 && Math.abs(mix) > Math.abs(ofRates) && weakest !== undefined && weakest.mix < 0)
    return { kind: "mix", channel: weakest.key, points: -steps.total };
  // The step that went the way of the whole: the other may have gone against it.
  const sign = Math.sign(steps.total);
  const step = sign * steps.step1 >= sign * steps.step2 ? 1 : 2;
  return { kind: "step", step, direction: steps.total > 0 ? "up" : "down" };
}
