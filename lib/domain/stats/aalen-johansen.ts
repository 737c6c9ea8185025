import { sum } from "./sum";
import { Z95, type Interval } from "./wilson";

/** A record, or `count` alike ones: how long it was watched, and which of the outcomes 1, 2, … ended it; 0 when only the watching stopped. */
export interface CompetingObservation {
  readonly time: number;
  readonly outcome: number;
  readonly count?: number;
}

/** The curve at one observed time, after what happened at it. `events` and `incidence` begin with outcome 1. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: readonly number[];
  readonly survivalBefore: number;
  readonly survival: number;
  readonly incidence: readonly number[];
}

/**
 * The share that has had each of several outcomes that exclude one another, after each observed time. At equal times events
 * come before censorings. Aalen & Johansen 1978, Scand J Stat 5:141.
 */
export function aalenJohansen(
  observations: readonly CompetingObservation[],
  outcomes: number,
): readonly IncidenceStep[] {
  const steps: IncidenceStep[] = [];
  let atRisk = sum(observations.map(({ count = 1 }) => count));
  let survival = 1;
  let incidence: readonly number[] = new Array<number>(outcomes).fill(0);
  for (const { time, censored, events } of byTime(observations, outcomes)) {
    const happened = sum(events);
    const survivalBefore = survival;
    incidence = incidence.map((share, index) => share + (survivalBefore * (events[index] ?? 0)) / atRisk);
    survival *= 1 - happened / atRisk;
    steps.push({ time, atRisk, events, survivalBefore, survival, incidence });
    atRisk -= happened + censored;
  }
  return steps;
}

/** F(t) of one outcome and S(t), the share without any. */
export function incidenceAt(curve: readonly IncidenceStep[], outcome: number, time: number) {
  const step = curve.findLast((each) => each.time <= time);
  return { incidence: step?.incidence[outcome - 1] ?? 0, survival: step?.survival ?? 1 };
}

/** The variance of F(t) in its delta-method form (Collett, 3rd ed., p. 411). */
export function incidenceVariance(curve: readonly IncidenceStep[], outcome: number, time: number): number {
  const reached = incidenceAt(curve, outcome, time).incidence;
  let variance = 0;
  for (const { atRisk: n, events, survivalBefore, incidence } of curve.filter((step) => step.time <= time)) {
    const all = sum(events);
    const own = events[outcome - 1] ?? 0;
    const rest = reached - (incidence[outcome - 1] ?? 0);
    if (all < n) variance += (rest ** 2 * all) / (n * (n - all));
    variance += (survivalBefore ** 2 * own * (n - own)) / n ** 3;
    variance -= (2 * rest * survivalBefore * own) / n ** 2;
  }
  return variance;
}

/** The log-log interval of F(t), which stays between 0 and 1. `null` where F is 0 or 1. */
export function incidenceInterval(curve: readonly IncidenceStep[], outcome: number, time: number): Interval | null {
  const { incidence } = incidenceAt(curve, outcome, time);
  // A sum of thirds can miss 1 by a rounding, and ln F would then turn it into a range from 0.
  if (incidence < 1e-12 || incidence > 1 - 1e-12) return null;
  // Rounding can leave a variance of exactly 0 a hair below it.
  const error = Math.sqrt(Math.max(0, incidenceVariance(curve, outcome, time)));
  const spread = (Z95 * error) / (incidence * Math.log(incidence));
  return { low: incidence ** Math.exp(-spread), high: incidence ** Math.exp(spread) };
}

function byTime(observations: readonly CompetingObservation[], outcomes: number) {
  const counts = new Map<number, { readonly time: number; censored: number; readonly events: number[] }>();
  for (const { time, outcome, count = 1 } of observations) {
    const total = counts.get(time) ?? { time, censored: 0, events: new Array<number>(outcomes).fill(0) };
    if (outcome === 0) total.censored += count;
    else total.events[outcome - 1] = (total.events[outcome - 1] ?? 0) + count;
    counts.set(time, total);
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}
