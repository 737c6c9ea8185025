import { newcombe } from "@/lib/domain/stats/newcombe";
import type { Rate } from "./rate";

/** A difference, in points as 0–1, with its likely range; only a *clear* one may be called better or worse. */
export type Comparison =
  | { readonly verdict: "none" } // no baseline, too few, or too young: nothing is said
  | { readonly verdict: "unclear"; readonly difference: number; readonly low: number; readonly high: number }
  | {
      readonly verdict: "clear";
      readonly direction: "above" | "below";
      readonly difference: number;
      readonly low: number;
      readonly high: number;
    };

/** One rate against another: the previous period, or a second channel. From 30 on both sides, and neither preliminary. */
export function compareRates(rate: Rate, base: Rate | null): Comparison {
  if (base === null || !isComparable(rate) || !isComparable(base)) return { verdict: "none" };
  const between = newcombe(rate, base);
  return between === null ? { verdict: "none" } : judged(between);
}

/** One rate against a fixed number: clear when its own range leaves the target out. */
export function compareWithTarget({ value, low, high, ...rate }: Rate, target: number | null): Comparison {
  if (target === null || value === null || low === null || high === null || !isComparable(rate))
    return { verdict: "none" };
  return judged({ difference: value - target, low: low - target, high: high - target });
}

/** Whether a rate may be given a verdict at all. */
export function isComparable({ evidence, preliminary }: Pick<Rate, "evidence" | "preliminary">): boolean {
  return evidence === "ok" && !preliminary;
}

/** A difference is clear when its range excludes 0. */
export function judged(range: {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}): Comparison {
  if (range.low > 0) return { verdict: "clear", direction: "above", ...range };
  if (range.high < 0) return { verdict: "clear", direction: "below", ...range };
  return { verdict: "unclear", ...range };
}
