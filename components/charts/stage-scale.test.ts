import { expect, it } from "vitest";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { dayScaleOf } from "./stage-scale";

it("a band of 19 days and nothing longer: 0 to 20, the middle at 10", () => {
  const scale = dayScaleOf([time(19, [])]);
  expect(scale.ticks).toEqual([0, 10, 20]);
  expect(scale.at(5)).toBe(0.25);
});

it("a record of 45 days widens it, one of 900 is drawn at the end of three bands", () => {
  expect(dayScaleOf([time(19, [45])]).max).toBe(50);
  const scale = dayScaleOf([time(19, [900])]);
  expect(scale.max).toBe(60);
  expect(scale.at(900)).toBe(1);
});

it("of nothing it is still a scale", () => {
  expect(dayScaleOf([]).max).toBe(2);
  expect(dayScaleOf([]).at(0)).toBe(0);
});

function time(threeQuartersDays: number, longest: readonly number[]): StageTime {
  return {
    ...{ stage: { key: "a", name: "A", subject: "lead" }, visits: 30, completed: 25, quarterDays: 2, medianDays: 9 },
    ...{ threeQuartersDays, stuckAfterDays: threeQuartersDays, stuck: longest.length },
    longest: longest.map((days) => ({ id: `${days}`, days })),
  };
}
