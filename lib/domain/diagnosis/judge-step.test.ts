import { expect, it } from "vitest";
import { againstTheRest } from "@/lib/domain/metrics/against-the-rest";
import { rate } from "@/lib/domain/metrics/rate";
import { judgeStep, type StepEvidence } from "./judge-step";

const NOTHING: Omit<StepEvidence, "rate"> = { target: null, previous: null, compare: "prev", rest: null };
const REST = restOf(24, 150, 36, 120);

it("a target comes before the previous period, and that before the rest of the team", () => {
  const all = { rate: rate(24, 150), target: 0.3, previous: rate(20, 150), compare: "prev", rest: REST } as const;
  expect(judgeStep(all)).toMatchObject({ base: { kind: "target", value: 0.3 }, place: "low" });
  expect(judgeStep({ ...all, target: null })).toMatchObject({ base: { kind: "previous" }, place: "unclear" });
  expect(judgeStep({ ...all, target: null, previous: null })).toMatchObject({
    base: { kind: "rest", value: 0.3 },
    place: "low",
  });
});

it("60 of 150 against 24 of 150 in the previous period is high", () => {
  expect(judgeStep({ ...NOTHING, rate: rate(60, 150), previous: rate(24, 150) })).toMatchObject({ place: "high" });
});

it("a previous period with 29 leads, or a preliminary one, is no base: the rest of the team is", () => {
  const evidence = { ...NOTHING, rate: rate(24, 150), rest: REST };
  for (const previous of [rate(20, 29), rate(90, 150, 60, { preliminary: true }), rate(0, 0)]) {
    expect(judgeStep({ ...evidence, previous })).toMatchObject({ base: { kind: "rest" } });
  }
});

it("29 leads, a preliminary rate, or nothing to hold it against: nothing is said", () => {
  expect(judgeStep({ ...NOTHING, rate: rate(0, 29), target: 0.9 })).toBeNull();
  expect(judgeStep({ ...NOTHING, rate: rate(0, 90, 90, { preliminary: true }), target: 0.9 })).toBeNull();
  expect(
    judgeStep({ ...NOTHING, rate: rate(0, 90, 90, { preliminary: true }), rest: restOf(0, 90, 36, 120) }),
  ).toBeNull();
  expect(judgeStep({ ...NOTHING, rate: rate(24, 150) })).toBeNull();
});

it("a channel whose rest is too small is not judged against it", () => {
  expect(judgeStep({ ...NOTHING, rate: rate(24, 150), rest: restOf(24, 150, 20, 29) })).toBeNull();
});

function restOf(hits: number, trials: number, restHits: number, restTrials: number) {
  const cell = { column: "step1", immature: 0, attributed: true };
  const [answer] = againstTheRest([
    { ...cell, row: "own", hits, trials },
    { ...cell, row: "others", hits: restHits, trials: restTrials },
  ]);
  return answer ?? null;
}
