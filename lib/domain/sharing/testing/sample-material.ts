import { trendOf } from "@/lib/domain/metrics/trend-points";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import type { ShareMaterial } from "../share-material";

const NOW = new Date("2026-11-25T12:00:00Z");

/** What a scenario's sample team would share. */
export function materialOf(scenario: Scenario, more: Partial<ShareMaterial> = {}): ShareMaterial {
  const { report, figures, targets } = sampleReport(scenario, NOW, ({ en }) => en);
  const { unit, points } = trendOf(report.months);
  return {
    ...{ mode: "frozen", hidesSmall: true, mayNarrow: true, report, held: sampleHeld(targets) },
    ...{ filters: { channels: [], campaigns: [], isByOwner: false }, blocks: PRESETS[scenario].reportBlocks },
    channelOf: new Map(),
    narrowing: report.channels.map(({ key, name }) => ({ key, name })),
    trend: { unit, rows: points },
    ...{ reach: figures.reach, losses: figures.losses, times: figures.time, money: figures.money, owners: null },
    ...more,
  };
}
