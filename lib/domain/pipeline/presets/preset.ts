import type { DealKind } from "@/lib/domain/deals/deal";
import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { LeadKind, OpportunityKind } from "../kinds";

export const SCENARIOS = ["startup", "consultancy", "agency", "other"] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** A name in both languages; a team gets the one it speaks when it is made, and may rename it. */
export interface Names {
  readonly nb: string;
  readonly en: string;
}

export interface PresetStage<K> {
  readonly kind: K;
  readonly name: Names;
}

/** All that makes one scenario different from another: data, never branches. */
export interface Preset {
  readonly scenario: Scenario;
  readonly leadStages: readonly PresetStage<LeadKind>[];
  readonly opportunityStages: readonly PresetStage<OpportunityKind>[];
  readonly channels: readonly Names[];
  readonly lostReasons: readonly Names[];
  /** The first is suggested. */
  readonly dealKinds: readonly [DealKind, ...DealKind[]];
  /** What its report puts first, between the beginning and the end that all reports share. */
  readonly reportBlocks: readonly MiddleBlock[];
}
