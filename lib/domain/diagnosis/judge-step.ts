import type { CellAgainstTheRest } from "@/lib/domain/metrics/against-the-rest";
import { compareRates, compareWithTarget, isComparable, type Comparison } from "@/lib/domain/metrics/compare";
import type { Rate } from "@/lib/domain/metrics/rate";

/** What a step is held against: the first of these that there is. */
export interface StepEvidence {
  readonly rate: Rate;
  readonly target: number | null;
  readonly previous: Rate | null;
  /** Which period that is. */
  readonly compare: "prev" | "year";
  /** Only for a channel: the whole team has no rest. */
  readonly rest: CellAgainstTheRest | null;
}

export type BaseKind = "target" | "previous" | "year" | "rest";

export interface Judgement {
  readonly rate: Rate;
  readonly base: { readonly kind: BaseKind; readonly value: number };
  readonly place: "low" | "unclear" | "high";
}

/** Where one step stands: against the team's target, else its own previous period, else the rest of the team. */
export function judgeStep({ rate, target, previous, compare, rest }: StepEvidence): Judgement | null {
  if (target !== null) {
    return judgement(rate, { kind: "target", value: target }, compareWithTarget(rate, target));
  }
  // A previous period too small or too young to compare with is no base: the rest of the team is the next one.
  if (previous !== null && previous.value !== null && isComparable(previous)) {
    return judgement(rate, { kind: BASES[compare], value: previous.value }, compareRates(rate, previous));
  }
  if (rest === null) return null;
  return judgement(rate, { kind: "rest", value: rest.rest.hits / rest.rest.trials }, rest.comparison);
}

const BASES = { prev: "previous", year: "year" } as const;

function judgement(rate: Rate, base: Judgement["base"], comparison: Comparison): Judgement | null {
  if (!isComparable(rate)) return null;
  switch (comparison.verdict) {
    case "none":
      return null;
    case "unclear":
      return { rate, base, place: "unclear" };
    case "clear":
      return { rate, base, place: comparison.direction === "above" ? "high" : "low" };
  }
}
