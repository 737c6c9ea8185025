/** The rates that a team can aim at. */
export const TARGET_METRICS = ["lead-conversion", "qualification", "step2", "opportunity-conversion"] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];
