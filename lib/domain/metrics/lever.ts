import type { Rate } from "./rate";
import { stripOf, type Journey } from "./strip";

/** How many more customers one more percentage point gives, step by step; `null` where that cannot be said. */
export interface Lever {
  readonly step1: number | null;
  readonly step2: number | null;
}

/** A worked example, not a forecast: from 30 leads and 30 qualified ones, and not for a step that has no point left. */
export function leverOf(journey: Journey): Lever {
  const { step1, step2 } = stripOf(journey);
  if (step1.evidence !== "ok" || step2.evidence !== "ok") return { step1: null, step2: null };
  return { step1: customersPerPoint(journey, step1, step2), step2: customersPerPoint(journey, step2, step1) };
}

function customersPerPoint({ leads }: Journey, step: Rate, other: Rate): number | null {
  if (step.value === null || other.value === null || step.value > 0.99) return null;
  return 0.01 * leads * other.value;
}
