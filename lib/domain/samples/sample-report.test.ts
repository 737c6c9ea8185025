import { describe, expect, it } from "vitest";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import { mainLoss } from "@/lib/domain/metrics/losses";
import { SCENARIOS, type Scenario } from "@/lib/domain/pipeline/presets/preset";
import { sampleHeld, sampleReport } from "./sample-report";

const NOW = new Date("2026-11-25T12:00:00Z");

describe("each sample tells its story, right by hand", () => {
  it("startup: 31 of 286 leads of targeted ads become opportunities, against 117 of 322 elsewhere: the message", () => {
    const [found, ...others] = findings("startup");
    expect(found).toMatchObject({ code: "message", step1: { rate: { hits: 31, trials: 286 } } });
    expect(found?.step1.base).toEqual({ kind: "rest", value: 117 / 322 });
    expect(others).toEqual([]);
  });

  it("consultancy: 44 of 185 opportunities become customers, against a target of 35 %: the selling, in negotiation, for the price", () => {
    const [found] = findings("consultancy");
    expect(found).toMatchObject({ code: "selling", channel: null, step2: { rate: { hits: 44, trials: 185 } } });
    expect(found?.step2.base).toEqual({ kind: "target", value: 0.35 });
    const main = mainLoss(sample("consultancy").figures.losses);
    expect([main?.stage.name, main?.reason?.name]).toEqual(["Negotiation", "Price"]);
  });

  it("agency: pay-per-click gives 128 opportunities of 232 leads and 17 customers of those: the quality", () => {
    const [found] = findings("agency");
    expect(found).toMatchObject({ code: "quality", step1: { rate: { hits: 128, trials: 232 } } });
    expect(found?.step2.rate).toMatchObject({ hits: 17, trials: 128 });
  });
});

it("the channels of each sample sum to its whole, and so do the months", () => {
  for (const scenario of SCENARIOS) {
    const { total, channels, months } = sample(scenario).report;
    for (const rate of ["leadConversionRate", "qualificationRate", "opportunityConversionRate"] as const) {
      for (const count of ["hits", "trials", "open"] as const) {
        for (const rows of [channels, months]) {
          expect(rows.reduce((sum, row) => sum + row.rates[rate][count], 0)).toBe(total.rates[rate][count]);
        }
      }
    }
  }
});

it("nothing in a sample asks for records: no row has an address", () => {
  const { total, channels, months } = sample("startup").report;
  expect([total, ...channels, ...months].every(({ query }) => query === null)).toBe(true);
});

function sample(scenario: Scenario) {
  return sampleReport(scenario, NOW, ({ en }) => en);
}

function findings(scenario: Scenario) {
  const { report, targets } = sample(scenario);
  return reportFindings(report, sampleHeld(targets));
}
