import { incidenceAt, type IncidenceStep } from "@/lib/domain/stats/aalen-johansen";
import { sum } from "@/lib/domain/stats/sum";

/** A period on its way to the horizon. */
export interface Cohort {
  readonly trials: number;
  /** Converted within the horizon so far. */
  readonly hitsWithin: number;
  readonly openAges: readonly number[];
}

export interface ExpectedRate {
  readonly value: number;
  /** If none of the young open records converts in time, and if all of them do. */
  readonly low: number;
  readonly high: number;
}

/**
 * Where a period's fixed-window rate is heading, if its young records develop like the earlier ones of the curve (outcome 1
 * is conversion). `null` when the curve cannot tell: it is too short, or has nobody left open at such an age.
 */
export function expectedRate(
  curve: readonly IncidenceStep[],
  cohort: Cohort,
  horizonDays: number,
): ExpectedRate | null {
  const { trials, hitsWithin, openAges } = cohort;
  const young = openAges.filter((age) => age < horizonDays);
  const chances = young.map((age) => chanceOf(curve, age, horizonDays));
  if (trials === 0 || chances.includes(null)) return null;
  return {
    value: (hitsWithin + sum(chances.map((chance) => chance ?? 0))) / trials,
    low: hitsWithin / trials,
    high: (hitsWithin + young.length) / trials,
  };
}

/**
 * The first curve with at least 20 conversions: the one under the report's own filter, then the whole team's. `null` if
 * neither has: then nothing is expected.
 */
export function curveFor<Source extends string>(
  candidates: readonly { readonly source: Source; readonly curve: readonly IncidenceStep[] }[],
) {
  return candidates.find(({ curve }) => sum(curve.map((step) => step.events[0] ?? 0)) >= 20) ?? null;
}

/** That a record still open at `age` converts by the horizon. */
export function chanceOf(curve: readonly IncidenceStep[], age: number, horizonDays: number): number | null {
  if (age >= horizonDays) return 0;
  const now = incidenceAt(curve, 1, age);
  if ((curve.at(-1)?.time ?? 0) < horizonDays || now.survival === 0) return null;
  return Math.min(1, (incidenceAt(curve, 1, horizonDays).incidence - now.incidence) / now.survival);
}
