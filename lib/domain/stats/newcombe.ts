import type { Share } from "./share";
import { wilson, type Interval } from "./wilson";

export interface Difference extends Interval {
  /** The first share minus the second. */
  readonly difference: number;
}

/**
 * The difference of two independent shares with its 95 % interval, from the two Wilson ranges.
 * Method 10 of Newcombe 1998, Stat Med 17:873. `null` when either share has no trials.
 */
export function newcombe(first: Share, second: Share): Difference | null {
  const one = wilson(first.hits, first.trials);
  const two = wilson(second.hits, second.trials);
  if (one === null || two === null) return null;
  const p1 = first.hits / first.trials;
  const p2 = second.hits / second.trials;
  const difference = p1 - p2;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(p1 - one.low, two.high - p2)),
    high: Math.min(1, difference + Math.hypot(one.high - p1, p2 - two.low)),
  };
}
