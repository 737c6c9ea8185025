import type { Observation } from "@/lib/domain/stats/kaplan-meier";
import { sum } from "@/lib/domain/stats/sum";
import type { OpenStage } from "./reach";
import { timeInStage, type TimeInStage } from "./time-in-stage";

/** Visits to a stage alike in their length. */
export interface VisitCount extends Observation {
  readonly stage: string;
  readonly count: number;
}

/** An open record that has stood in its stage for so many days. */
export interface StuckRecord {
  readonly id: string;
  readonly days: number;
}

export interface StageTime extends TimeInStage {
  readonly stage: OpenStage;
  /** Open for longer than three in four need. */
  readonly stuck: number;
  /** The longest standing of these, as many as can be drawn; none where there are no records to open. */
  readonly longest: readonly StuckRecord[];
}

/** How long each open stage holds its records, in the order of the pipeline (metrics.md 3.12). */
export function stageTimesOf(stages: readonly OpenStage[], visits: readonly VisitCount[]): readonly StageTime[] {
  return stages.map((stage) => {
    const own = visits.filter((visit) => visit.stage === stage.key);
    const time = timeInStage(own);
    const limit = time.stuckAfterDays;
    const isStuck = (visit: VisitCount) => limit !== null && !visit.event && visit.time > limit;
    return { ...time, stage, stuck: sum(own.filter(isStuck).map(({ count }) => count)), longest: [] };
  });
}

/** The stage that holds its records longest, by median; of equals the earlier, of none `null`. */
export function slowestStage(times: readonly StageTime[]): StageTime | null {
  let slowest: StageTime | null = null;
  for (const time of times) {
    if (time.medianDays !== null && time.medianDays > (slowest?.medianDays ?? 0)) slowest = time;
  }
  return slowest;
}
