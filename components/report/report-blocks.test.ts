import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { loadedSample, sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import { ReportBlocks } from "./report-blocks";
import { draw } from "./testing/draw-report";

const NOW = new Date("2026-11-23T12:00:00Z");

describe.each(SCENARIOS)("the sample report of %s", (scenario) => {
  it.each(["nb", "en"] as const)("is drawn whole in %s, without a link: there are no records to open", (locale) => {
    const { report, figures, targets } = sampleReport(scenario, NOW, (names) => names[locale]);
    const page = draw(
      createElement(ReportBlocks, {
        ...{ slug: null, report, blocks: loadedSample(figures), held: sampleHeld(targets) },
        order: PRESETS[scenario].reportBlocks,
      }),
      locale,
    );
    expect(page.match(/<figure/g)?.length).toBeGreaterThanOrEqual(3);
    expect(page).not.toMatch(/NaN|undefined|Infinity|<a /);
  });
});
