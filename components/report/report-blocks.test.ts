import { createElement } from "react";
import { describe, expect, it } from "vitest";
import type { Held } from "@/lib/domain/diagnosis/report-findings";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { loadedSample, sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import { ReportBlocks } from "./report-blocks";
import { draw } from "./testing/draw-report";

const NOW = new Date("2026-11-23T12:00:00Z");

it("a target stands where its rate does: the team's at its panel, its bar and its row, a channel's at its own row", () => {
  const { report, figures } = sampleReport("consultancy", NOW, (names) => names.nb);
  const channel = report.channels.find(({ key }) => key !== null)?.key ?? "";
  const team = { step1: 0.51, step2: 0.52, leadConversionRate: 0.53, opportunityConversionRate: 0.54 };
  const held: Held = {
    targetOf: (of, aim) => (of === null ? team[aim] : of === channel && aim === "step2" ? 0.015 : null),
    before: null,
  };
  const page = draw(
    createElement(ReportBlocks, {
      ...{ slug: null, report, blocks: loadedSample(figures), held },
      order: PRESETS.consultancy.reportBlocks,
    }),
    "nb",
  );
  const times = (percent: string) => page.split(`Mål: ${percent}\u00a0%`).length - 1;
  expect(["51", "52", "53", "54", "1,5"].map(times)).toEqual([2, 2, 2, 1, 1]);
  expect(page).toContain("Mål: 1,5\u00a0% (raten er tydelig over)");
});

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
