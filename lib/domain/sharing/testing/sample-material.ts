import { trendOf } from "@/lib/domain/metrics/trend-points";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import { STORIES } from "@/lib/domain/samples/story";
import { narrowedTrends } from "../narrowed-trends";
import type { ShareMaterial } from "../share-material";

const NOW = new Date("2026-11-25T12:00:00Z");

/** What a scenario's sample team would share. */
export function materialOf(scenario: Scenario, more: Partial<ShareMaterial> = {}): ShareMaterial {
  const inEnglish = ({ en }: { readonly en: string }) => en;
  const { report, figures, targets } = sampleReport(scenario, NOW, inEnglish);
  const { unit, points } = trendOf(report.months);
  const { reach, losses, time: times, money } = figures;
  const parts = new Map(report.channels.map(({ key }) => [key, sampleReport(scenario, NOW, inEnglish, key)]));
  const trends = narrowedTrends(unit, new Map([...parts].map(([key, own]) => [key, own.report.months])));
  return {
    mode: "frozen",
    hidesSmall: true,
    mayNarrow: true,
    report,
    held: sampleHeld(targets),
    filters: { channels: [], campaigns: [], isByOwner: false },
    blocks: PRESETS[scenario].reportBlocks,
    channelOf: new Map(STORIES[scenario].campaigns.map(({ channel }, place) => [`campaign-${place}`, `${channel}`])),
    narrowing: report.channels.map(({ key, name }) => ({ key, name })),
    ofChannel: new Map(
      [...parts].map(([key, own]) => {
        const { reach: ownReach, losses: ownLosses, time: ownTimes } = own.figures;
        return [key, { trend: trends.get(key) ?? null, reach: ownReach, losses: ownLosses, times: ownTimes }];
      }),
    ),
    trend: { unit, rows: points },
    reach,
    losses,
    times,
    money,
    owners: null,
    ...more,
  };
}
