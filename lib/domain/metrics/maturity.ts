import { kaplanMeier, survivalQuantile, type Observation } from "@/lib/domain/stats/kaplan-meier";
import { sum } from "@/lib/domain/stats/sum";

/** Used while a team has too few decisions to know its own time to one. */
export const DECISION_DAYS_DEFAULT = 365;

/** What a decision is: of a lead for good, of a lead about becoming an opportunity, of an opportunity. */
export const DECISION_KINDS = ["lead", "qualification", "opportunity"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface Maturity {
  readonly immature: number;
  readonly share: number | null;
  readonly preliminary: boolean;
}

/** How much of a period is still open and younger than the age by which three in four are decided. */
export function maturity(openAges: readonly number[], trials: number, decisionDays: number): Maturity {
  const immature = openAges.filter((age) => age < decisionDays).length;
  return { immature, share: trials === 0 ? null : immature / trials, preliminary: isPreliminary(immature, trials) };
}

/** Over 25 %, by integers. */
export function isPreliminary(immature: number, trials: number): boolean {
  return 4 * immature > trials;
}

/**
 * The team's own 75 % point of the time to any decision, in days, from the records of the 24 months before; in whole days
 * (`wholeDays`). Under 20 decisions, or never reached: the default.
 */
export function decisionDaysOf(records: readonly Observation[]): number {
  if (sum(records.map(({ event, count = 1 }) => (event ? count : 0))) < 20) return DECISION_DAYS_DEFAULT;
  return survivalQuantile(kaplanMeier(records), 0.75) ?? DECISION_DAYS_DEFAULT;
}

/** The one unit of every curve: what happened is rounded up, what is still open down, so that neither flatters. */
export function wholeDays(days: number, event: boolean): Observation {
  return { time: event ? Math.ceil(days) : Math.floor(days), event };
}
