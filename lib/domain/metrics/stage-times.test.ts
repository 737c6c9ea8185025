import { describe, expect, it } from "vitest";
import type { OpenStage } from "./reach";
import { slowestStage, stageTimesOf, type VisitCount } from "./stage-times";

const STAGES: readonly OpenStage[] = [
  { key: "demo", name: "Demo", subject: "opportunity" },
  { key: "trial", name: "Trial", subject: "opportunity" },
  { key: "proposal", name: "Proposal", subject: "opportunity" },
];
const over = (stage: string, count: number, time: number): VisitCount => ({ stage, time, event: true, count });
const open = (stage: string, count: number, time: number): VisitCount => ({ stage, time, event: false, count });

describe("stuck is longer in a stage than three in four stood there", () => {
  it("20 visits of 4 days are over; of those still there after 3, 4 and 5 days only the last is stuck", () => {
    const [demo] = stageTimesOf(STAGES, [over("demo", 20, 4), ...[3, 4, 5].map((days) => open("demo", 1, days))]);
    expect(demo).toMatchObject({ visits: 23, completed: 20, stuckAfterDays: 4, stuck: 1 });
  });

  it("19 visits that are over know no usual, so nobody is stuck; nor is anybody where nobody ever was", () => {
    const [demo, trial] = stageTimesOf(STAGES, [over("demo", 19, 4), open("demo", 3, 300)]);
    expect(demo).toMatchObject({ stuckAfterDays: null, stuck: 0 });
    expect(trial).toMatchObject({ visits: 0, medianDays: null, stuckAfterDays: null, stuck: 0 });
  });
});

describe("the slowest stage is that of the longest median", () => {
  it("medians of 3, 9 and 7 days: the trial; of two alike the earlier", () => {
    const times = stageTimesOf(STAGES, [over("demo", 10, 3), over("trial", 10, 9), over("proposal", 10, 7)]);
    expect(slowestStage(times)?.stage.key).toBe("trial");
    const alike = stageTimesOf(STAGES, [over("demo", 10, 5), over("trial", 10, 5)]);
    expect(slowestStage(alike)?.stage.key).toBe("demo");
  });

  it("9 visits of 90 days have no median, and so are not slower than 10 of 2; without any median nothing is said", () => {
    const times = stageTimesOf(STAGES, [over("demo", 9, 90), over("trial", 10, 2)]);
    expect(slowestStage(times)?.stage.key).toBe("trial");
    expect(slowestStage(stageTimesOf(STAGES, [over("demo", 9, 90)]))).toBeNull();
  });
});
