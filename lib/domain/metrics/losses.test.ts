import { expect, it } from "vitest";
import { type LostCount, lossesOf, mainLoss } from "./losses";

const NAMES = {
  stages: [
    { key: "demo", name: "Demo" },
    { key: "trial", name: "Trial" },
  ],
  reasons: [
    { key: "price", name: "Price" },
    { key: "timing", name: "Timing" },
    { key: "none", name: "Not stated" },
  ],
  unstated: "none",
};
const lost = (stage: string | null, reason: string | null, count: number): LostCount => ({
  stage,
  reason,
  lost: count,
});

it("13 lost: 8 in the trial, 5 of these for the price, 2 for nothing said, in either way; cells, stages and reasons each sum to 13", () => {
  const counts = [
    lost("trial", "price", 5),
    lost("trial", "none", 1),
    lost("trial", null, 1),
    lost("trial", "timing", 1),
  ];
  const losses = lossesOf([...counts, lost("demo", "timing", 5)], NAMES, 4);
  expect(losses.stages.map((row) => [row.key, row.lost])).toEqual([
    ["demo", 5],
    ["trial", 8],
  ]);
  expect(losses.reasons.map((row) => [row.key, row.lost])).toEqual([
    ["timing", 6],
    ["price", 5],
    [null, 2],
  ]);
  for (const part of [losses.cells, losses.stages, losses.reasons]) {
    expect(part.reduce((all, row) => all + row.lost, 0)).toBe(losses.total);
  }
  expect(mainLoss(losses)).toMatchObject({ stage: { key: "trial", lost: 8 }, reason: { key: "price", lost: 5 } });
});

it("9 lost are too few to name a stage; 5 and 5 name none; 10 of no known stage neither", () => {
  expect(mainLoss(lossesOf([lost("trial", "price", 9)], NAMES, 0))).toBeNull();
  expect(mainLoss(lossesOf([lost("trial", "price", 5), lost("demo", "price", 5)], NAMES, 0))).toBeNull();
  expect(mainLoss(lossesOf([lost(null, "price", 10)], NAMES, 0))).toBeNull();
});

it("6 and 6 for two reasons: the stage is named, and no reason; nor is one where nobody said", () => {
  const tied = lossesOf([lost("trial", "price", 6), lost("trial", "timing", 6)], NAMES, 0);
  expect(mainLoss(tied)).toMatchObject({ stage: { key: "trial" }, reason: null });
  expect(mainLoss(lossesOf([lost("trial", "none", 12)], NAMES, 0))).toMatchObject({ reason: null });
});
