import { describe, expect, it, test } from "vitest";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { canonicalJson } from "./canonical-json";
import { countsOfReport } from "./report-counts";
import { isProtected, indexLines } from "./is-protected";
import { shareReports } from "./share-report";
import { hiddenCells, isSmall } from "./suppress";
import { materialOf } from "./testing/sample-material";

describe.each(SCENARIOS)("a shared report of %s (8.3)", (scenario) => {
  const material = materialOf(scenario);
  const counts = countsOfReport(material);
  const shared = shareReports(material);

  it("adds up in every line that suppression relies on", () => {
    for (const { parts, total } of counts.lines) {
      const sum = parts.reduce((all, part) => all + (counts.cells.get(part) ?? 0), 0);
      expect(sum, [...parts, "→", total].join(" ")).toBe(counts.cells.get(total ?? ""));
    }
  });

  it("prints no count of 1 to 4 and leaves four values for each", () => {
    const hidden = hiddenCells(counts);
    const printed = { counts, hidden, linesOf: indexLines(counts.lines) };
    for (const [cell, value] of counts.cells) {
      if (counts.unprinted.has(cell) || !isSmall(value)) continue;
      expect(hidden.has(cell), cell).toBe(true);
      expect(isProtected(printed, cell), cell).toBe(true);
    }
    const shown = JSON.stringify(
      shared.map(({ total, channels, campaigns, losses, reach, trend }) => [
        total,
        channels,
        campaigns,
        losses,
        reach,
        trend,
      ]),
    );
    expect(shown).not.toMatch(/"(hits|trials|lost|leads|open|direct|sold|customers|notAFit|qualified\w*)":[1-4]\b/);
  });

  it("shows a channel the same whether it is a row of the whole or a copy of its own", () => {
    const [whole, ...copies] = shared;
    for (const { narrowedTo, total } of copies) {
      const name = whole?.narrowing[narrowedTo - 1];
      expect(total.rates).toEqual(whole?.channels.find((row) => row.name === name)?.rates);
    }
  });
});

describe("what goes with a hidden count", () => {
  const hidden = shareReports(materialOf("startup"));

  it("goes with it: no rate, no range, no mark of youth", () => {
    for (const { channels, campaigns, trend } of hidden) {
      for (const { rates } of [...channels, ...campaigns, ...(trend?.rows ?? [])]) {
        for (const rate of Object.values(rates)) {
          if (rate === null || (rate.hits !== "hidden" && rate.trials !== "hidden")) continue;
          expect(rate).toMatchObject({ value: "hidden", low: "hidden", high: "hidden", preliminary: false });
        }
      }
    }
  });

  it("with small counts shown nothing is hidden", () => {
    const [whole] = shareReports(materialOf("startup", { hidesSmall: false }));
    expect(whole?.isHiding).toBe(false);
    expect(JSON.stringify(whole)).not.toContain('"hidden"');
  });
});

test("the same value has the same bytes, whatever the order of its keys", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "æ" })).toBe('{"a":"æ","b":[{"c":null,"d":1}]}');
});
