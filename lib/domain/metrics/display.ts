import type { Rate } from "./rate";

/** A percentage ready for the formatter: `value` is in per cent, and stands for less or more than itself by `bound`. */
export interface Percent {
  readonly value: number;
  readonly digits: 0 | 1;
  readonly bound: "exact" | "less" | "more";
}

export type RateDisplay =
  | { readonly kind: "none" } // no denominator: a dash
  | { readonly kind: "counts" } // under 10: hits and trials alone
  | { readonly kind: "percent"; readonly percent: Percent; readonly low: Percent; readonly high: Percent };

/**
 * What may be printed of a rate (metrics.md 1.4): whole per cents, one decimal where the range is under two points wide,
 * «<1» for what happened and would round to 0, «>99» for what did not always happen and would round to 100.
 */
export function displayRate({ hits, trials, low, high, evidence }: Rate): RateDisplay {
  if (evidence === "none" || low === null || high === null) return { kind: "none" };
  if (evidence === "few") return { kind: "counts" };
  const digits = high - low < 0.02 ? 1 : 0;
  return {
    kind: "percent",
    percent: percentOf(hits, trials, digits),
    low: endOf(low, digits),
    high: endOf(high, digits),
  };
}

function percentOf(hits: number, trials: number, digits: 0 | 1): Percent {
  if (hits === 0 || hits === trials) return exact(hits === 0 ? 0 : 100, 0);
  const unit = 10 ** digits;
  // Half up by integers: Math.round(0.145 * 100) is 14.
  const rounded = Math.floor((200 * unit * hits + trials) / (2 * trials));
  if (rounded === 0) return { value: 1 / unit, digits, bound: "less" };
  if (rounded === 100 * unit) return { value: (100 * unit - 1) / unit, digits, bound: "more" };
  return exact(rounded / unit, digits);
}

function endOf(share: number, digits: 0 | 1): Percent {
  if (share === 0 || share === 1) return exact(share * 100, 0);
  const unit = 10 ** digits;
  return exact(Math.round(share * 100 * unit) / unit, digits);
}

function exact(value: number, digits: 0 | 1): Percent {
  return { value, digits, bound: "exact" };
}
