import { sum } from "./sum";
import { Z95, type Interval } from "./wilson";

/** A record, or `count` alike ones: how long it was watched, and whether the event ended that or only the watching stopped. */
export interface Observation {
  readonly time: number;
  readonly event: boolean;
  readonly count?: number;
}

/** The curve at one observed time, after what happened at it. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's sum, Σ d/(n(n−d)). */
  readonly greenwood: number;
}

/**
 * The share without the event after each observed time, in which a censored record counts for as long as it was watched.
 * At equal times events come before censorings. Kaplan & Meier 1958, JASA 53:457; Greenwood 1926.
 */
export function kaplanMeier(observations: readonly Observation[]): readonly SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = sum(observations.map(({ count = 1 }) => count));
  let survival = 1;
  let greenwood = 0;
  for (const { time, events, all } of byTime(observations)) {
    survival *= 1 - events / atRisk;
    if (events < atRisk) greenwood += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, greenwood });
    atRisk -= all;
  }
  return steps;
}

/** S(t): 1 before the first observed time, and flat after the last. */
export function survivalAt(curve: readonly SurvivalStep[], time: number): number {
  return stepAt(curve, time)?.survival ?? 1;
}

/**
 * The log-log interval of S(t) (Kalbfleisch & Prentice, 2nd ed., 1.4), which stays between 0 and 1. `null` where S is 0 or 1.
 */
export function survivalInterval(curve: readonly SurvivalStep[], time: number, z = Z95): Interval | null {
  const step = stepAt(curve, time);
  if (step === undefined || step.survival === 0 || step.survival === 1) return null;
  const spread = (z * Math.sqrt(step.greenwood)) / Math.log(step.survival);
  return { low: step.survival ** Math.exp(-spread), high: step.survival ** Math.exp(spread) };
}

/**
 * The smallest observed time by which a share `p` has had the event, or `null` when the curve never gets there.
 * 1 − 1/3 − 1/3 and the like miss their mark by a rounding, so the comparison has a slack of 1e-12.
 */
export function survivalQuantile(curve: readonly SurvivalStep[], p: number): number | null {
  return curve.find((step) => step.survival <= 1 - p + 1e-12)?.time ?? null;
}

function stepAt(curve: readonly SurvivalStep[], time: number): SurvivalStep | undefined {
  return curve.findLast((step) => step.time <= time);
}

function byTime(observations: readonly Observation[]) {
  const counts = new Map<number, { readonly time: number; events: number; all: number }>();
  for (const { time, event, count = 1 } of observations) {
    const total = counts.get(time) ?? { time, events: 0, all: 0 };
    total.all += count;
    if (event) total.events += count;
    counts.set(time, total);
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}
