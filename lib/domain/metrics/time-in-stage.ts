import type { StageId } from "@/lib/domain/ids";
import { duration, type Moment } from "@/lib/domain/period";
import type { Transition, When } from "@/lib/domain/pipeline/transition";
import { kaplanMeier, survivalQuantile, type Observation } from "@/lib/domain/stats/kaplan-meier";
import { sum } from "@/lib/domain/stats/sum";
import { wholeDays } from "./maturity";

export interface TimeInStage {
  readonly visits: number;
  readonly completed: number;
  /** The half is out by then; from 10 visits, and only if the half ever is. */
  readonly medianDays: number | null;
  /** A quarter is out by the first, three quarters by the second; from 10 visits too. */
  readonly quarterDays: number | null;
  readonly threeQuartersDays: number | null;
  /** Open for longer than this is *stuck*; from 20 completed visits. */
  readonly stuckAfterDays: number | null;
}

/**
 * How long a stage holds its records, open visits included: those that are still there are the slow ones, and leaving them
 * out would make any stage look quick.
 */
export function timeInStage(visits: readonly Observation[]): TimeInStage {
  const curve = kaplanMeier(visits);
  const all = sum(visits.map(({ count = 1 }) => count));
  const point = (share: number) => (all < 10 ? null : survivalQuantile(curve, share));
  const completed = sum(curve.map((step) => step.events));
  return {
    visits: all,
    completed,
    medianDays: point(0.5),
    quarterDays: point(0.25),
    threeQuartersDays: point(0.75),
    stuckAfterDays: completed < 20 ? null : survivalQuantile(curve, 0.75),
  };
}

/**
 * The visits of one record to a stage, from its standing rows in the order of recording. Any exit completes a visit, coming
 * back is a new one. A visit without known or possible dates has no length and is left out.
 */
export function visitsOf(
  rows: readonly Transition[],
  stageId: StageId,
  { zone, asOf }: { readonly zone: string; readonly asOf: Date },
): readonly Observation[] {
  const moves = rows.filter((row) => row.fromStageId !== row.toStageId);
  return moves.flatMap((entry, index) => {
    const start = momentOf(entry);
    if (entry.toStageId !== stageId || start === null) return [];
    const exit = moves[index + 1];
    const end = exit === undefined ? asOf : momentOf(exit);
    const spent = end === null ? null : duration(zone, start, end);
    return spent === null || spent.fault ? [] : [wholeDays(spent.days, exit !== undefined)];
  });
}

function momentOf({ occurredAt, occurredOn, dateOnly }: When): Moment | null {
  return dateOnly ? occurredOn : occurredAt;
}
