import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import type { TargetMetric } from "@/lib/domain/targets";
import { STORIES } from "./story";

export interface SampleTarget {
  readonly metric: TargetMetric;
  /** In basis points. */
  readonly rateBp: number;
}

/** What a sample team aims at, as its settings hold it. */
export function sampleTargets(scenario: Scenario): readonly SampleTarget[] {
  const { step1, step2 } = STORIES[scenario].targets;
  const target = (metric: TargetMetric, share: number | undefined) =>
    share === undefined ? [] : [{ metric, rateBp: Math.round(share * 10_000) }];
  return [...target("qualification", step1), ...target("step2", step2)];
}
