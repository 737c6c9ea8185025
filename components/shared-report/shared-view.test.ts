import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { draw } from "@/components/report/testing/draw-report";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { shareReports } from "@/lib/domain/sharing/share-report";
import { materialOf } from "@/lib/domain/sharing/testing/sample-material";
import { SharedContent } from "./shared-view";

describe.each(SCENARIOS)("a shared report of %s", (scenario) => {
  const [hidden, channel] = shareReports(materialOf(scenario));
  const [shown] = shareReports(materialOf(scenario, { hidesSmall: false, mayNarrow: false, narrowing: [] }));

  it.each(["nb", "en"] as const)("is drawn whole in %s, and says in one word what it does not show", (locale) => {
    const word = locale === "nb" ? "Ikke vist" : "Not shown";
    for (const shared of [hidden, channel, shown]) {
      if (shared === undefined) throw new Error("nothing shared");
      const page = draw(createElement(SharedContent, { shared }), locale);
      expect(page.match(/NaN|undefined|Infinity|>hidden<|<a /g)).toBeNull();
      expect(page.includes(word)).toBe(shared.isHiding);
    }
  });
});
