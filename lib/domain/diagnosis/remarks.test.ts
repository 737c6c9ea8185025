import { describe, expect, it } from "vitest";
import type { Losses } from "@/lib/domain/metrics/losses";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { remarksOf } from "./remarks";

const LOSSES: Losses = {
  ...{ total: 12, notAFit: 0, cells: [], reasons: [] },
  stages: [
    { key: "a", name: "Demo", lost: 9 },
    { key: "b", name: "Tilbud", lost: 3 },
  ],
};

function time(name: string, stuck: number): StageTime {
  return {
    stage: { key: name, name, subject: "opportunity" },
    ...{ stuck, longest: [], visits: 20, completed: 20, medianDays: 3, quarterDays: 1, threeQuartersDays: 8 },
    ...{ stuckAfterDays: 8 },
  };
}

describe("remarks", () => {
  it("9 of 12 lost in one stage and 4 stuck in another: both are said, the losses first", () => {
    expect(remarksOf({ losses: LOSSES, times: [time("Demo", 1), time("Tilbud", 4)] }, FREE)).toEqual([
      { kind: "lost", stage: "Demo", lost: 9, total: 12 },
      { kind: "stuck", stage: "Tilbud", stuck: 4 },
    ]);
  });

  it("what a finding tells already is not told twice, and no more than there is room for", () => {
    const told = { losses: LOSSES, times: [time("Demo", 1)] };
    expect(remarksOf(told, { most: 3, tellsLosses: true }).map(({ kind }) => kind)).toEqual(["stuck"]);
    expect(remarksOf(told, { most: 1, tellsLosses: false }).map(({ kind }) => kind)).toEqual(["lost"]);
    expect(remarksOf(told, { most: 0, tellsLosses: false })).toEqual([]);
  });

  it("9 lost of 9, or nobody stuck: nothing is said", () => {
    const few = { ...LOSSES, total: 9, stages: LOSSES.stages.slice(0, 1) };
    expect(remarksOf({ losses: few, times: [time("Demo", 0)] }, FREE)).toEqual([]);
  });
});

const FREE = { most: 3, tellsLosses: false };
