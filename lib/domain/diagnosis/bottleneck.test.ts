import { expect, it } from "vitest";
import { bottleneckOf } from "./bottleneck";

it("most lost in the proposal (12 of 20), slowest in the trial (30 days)", () => {
  const stages = [
    { key: "demo", lost: 5, medianDays: 4 },
    { key: "trial", lost: 3, medianDays: 30 },
    { key: "proposal", lost: 12, medianDays: null },
  ];
  expect(bottleneckOf(stages)).toEqual({ mostLost: "proposal", slowest: "trial" });
});

it("of equals the earlier stage", () => {
  const stages = ["demo", "trial"].map((key) => ({ key, lost: 2, medianDays: 7 }));
  expect(bottleneckOf(stages)).toEqual({ mostLost: "demo", slowest: "demo" });
});

it("nothing lost and no median: no bottleneck", () => {
  expect(bottleneckOf([{ key: "demo", lost: 0, medianDays: null }])).toEqual({ mostLost: null, slowest: null });
});
