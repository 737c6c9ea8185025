import { describe, expect, it } from "vitest";
import { countSample } from "@/lib/domain/samples/count-sample";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { stepRate } from "@/lib/domain/metrics/channel-cells";
import { dotPlotRows, largestDifference } from "./dot-plot-rows";

const byName = (a: string, b: string) => a.localeCompare(b, "nb");

describe("five channels", () => {
  const rows = dotPlotRows(
    [
      channel("ads", "Annonser", { leads: 286, qualified: 31, won: 11 }),
      channel(null, null, { leads: 40, qualified: 20, won: 5 }),
      channel("few", "Annet", { leads: 12, qualified: 11, won: 1 }),
      channel("content", "Innhold", { leads: 157, qualified: 74, won: 21 }),
      channel("social", "Sosiale medier", { leads: 115, qualified: 33, won: 11 }),
    ],
    byName,
  );

  it("47 %, 29 % and 11 % in that order; 11 of 12 is not ranked, and those without a channel are last", () => {
    expect(rows.map(({ row, isRanked }) => [row.key, isRanked])).toEqual([
      ["content", true],
      ["social", true],
      ["ads", true],
      ["few", false],
      [null, false],
    ]);
  });

  it("content is clearly above the others in step 1, ads clearly below, and nobody differs in step 2", () => {
    expect(rows.map(({ differs }) => differs.step1.verdict)).toEqual(["clear", "unclear", "clear", "none", "none"]);
    expect(rows[0]?.differs.step1).toMatchObject({ direction: "above" });
    expect(rows[2]?.differs.step1).toMatchObject({ direction: "below" });
    expect(rows.some(({ differs }) => differs.step2.verdict === "clear")).toBe(false);
  });

  it("the finding is that of the ads: 31 of 286 against 138 of 324 is 91 opportunities fewer", () => {
    expect(largestDifference(rows)).toMatchObject({ row: { key: "ads" }, step: "step1", direction: "below" });
    expect(largestDifference([])).toBeNull();
  });

  it("every channel is a row, and the rows hold the counts given", () => {
    expect(rows.reduce((sum, { row }) => sum + stepRate(row.rates, "step1").trials, 0)).toBe(610);
    expect(rows.reduce((sum, { row }) => sum + stepRate(row.rates, "step2").hits, 0)).toBe(49);
  });
});

it("by decision the right panel is the win rate", () => {
  const { parts } = channel("ads", "Annonser", { leads: 40, qualified: 20, won: 5 });
  const rates = ratesOf(parts, { basis: "decision", leadConvertsAt: "customer" });
  expect(stepRate(rates, "step2")).toBe(rates.opportunityConversionRate);
});

interface Story {
  readonly leads: number;
  readonly qualified: number;
  readonly won: number;
}

function channel(key: string | null, name: string | null, { leads, qualified, won }: Story): ReportRow {
  const lead = { name: "Kari", company: "Fjord AS", channel: 0, campaign: null, cameInOn: "2026-01-01" };
  const opened = { kind: "opened", on: "2026-01-02" } as const;
  const end = (index: number) =>
    index < won
      ? ({ kind: "won", on: "2026-01-03", amount: 1 } as const)
      : ({ kind: "lost", on: "2026-01-03", reason: 0 } as const);
  const parts = countSample(
    Array.from({ length: leads }, (_, index) => ({ ...lead, steps: index < qualified ? [opened, end(index)] : [] })),
  );
  return { key, name, query: null, parts, rates: ratesOf(parts, { basis: "start", leadConvertsAt: "customer" }) };
}
