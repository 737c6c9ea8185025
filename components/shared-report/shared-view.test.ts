import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { draw } from "@/components/report/testing/draw-report";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { shareReports } from "@/lib/domain/sharing/share-report";
import { materialOf } from "@/lib/domain/sharing/testing/sample-material";
import { SharedAbout } from "./shared-about";
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

it.each([
  ["2027-03-28T01:00:00Z", "28.03.2027 03:00 (Europe/Oslo)"],
  ["2027-10-31T01:30:00Z", "31.10.2027 02:30 (Europe/Oslo)"],
])(
  "a link that ends at %s, a night when clocks change, says so by the team's clock and names its zone (S8)",
  (end, told) => {
    const [shared] = shareReports(materialOf("startup"));
    if (shared === undefined) throw new Error("nothing shared");
    const about = { token: "t", place: { range: 0, channel: 0 }, mode: "live", hasCsv: false, digest: null } as const;
    const page = draw(createElement(SharedAbout, { ...about, expiresAt: new Date(end), shared }), "nb");
    expect(page).toContain(`>${told}<`);
  },
);
