import { describe, expect, it, test } from "vitest";
import { rate } from "@/lib/domain/metrics/rate";
import { diagnose, type Steps } from "./diagnose";
import { judgeStep, type BaseKind, type Judgement } from "./judge-step";

type Place = Judgement["place"];
const SILENT: Steps = { step1: null, step2: null };

describe("the verdict table, cell by cell", () => {
  test.each<[Place, Place, string | null]>([
    ["low", "low", "audience"],
    ["low", "unclear", "message"],
    ["low", "high", "fewGood"],
    ["unclear", "low", "selling"],
    ["unclear", "unclear", null],
    ["unclear", "high", null],
    ["high", "low", "quality"],
    ["high", "unclear", null],
    ["high", "high", "more"],
  ])("step 1 %s and step 2 %s: %s", (one, two, code) => {
    const expected = code === null ? [] : [code];
    expect(codes(diagnose(steps(one, two), []))).toEqual(expected);
    expect(codes(diagnose(SILENT, [{ key: "web", ...steps(one, two) }]))).toEqual(expected);
  });
});

it("says nothing when either step cannot be judged: 50 of 400 against 30 %, but 4 of 20 in step 2", () => {
  const judged = (hits: number, trials: number) =>
    judgeStep({ rate: rate(hits, trials), target: 0.3, previous: null, compare: "prev", rest: null });
  expect(diagnose({ step1: judged(50, 400), step2: judged(4, 20) }, [])).toEqual([]);
  expect(codes(diagnose({ step1: judged(50, 400), step2: judged(15, 50) }, []))).toEqual(["message"]);
});

it("at most three: the team's first, then the channels with the most leads", () => {
  const channels = [
    { key: "small", ...steps("high", "high", 40) },
    { key: "large", ...steps("low", "low", 900) },
    { key: "middle", ...steps("high", "low", 300) },
  ];
  const findings = diagnose(steps("unclear", "low"), channels);
  expect(findings.map(({ channel, code }) => [channel, code])).toEqual([
    [null, "selling"],
    ["large", "audience"],
    ["middle", "quality"],
  ]);
});

it("the team's message names the channel that loses most leads: 100 below 30 % misses 20, 400 below it misses 80", () => {
  const channels = [
    { key: "few", ...steps("low", "unclear", 100) },
    { key: "many", ...steps("low", "unclear", 400) },
    { key: "good", ...steps("high", "unclear", 900) },
  ];
  expect(diagnose(steps("low", "unclear"), channels)[0]).toMatchObject({
    code: "message",
    channel: null,
    firstIn: "many",
  });
  expect(diagnose(steps("low", "unclear"), [])[0]).toMatchObject({ firstIn: null });
});

it("both steps below, but below two different things: the one sentence for both would be wrong, so none", () => {
  const mixed = { step1: judgement("low", 100, "target"), step2: judgement("low", 100, "previous") };
  expect(diagnose(mixed, [])).toEqual([]);
  const apart = { step1: judgement("low", 100, "target"), step2: judgement("high", 100, "previous") };
  expect(codes(diagnose(apart, []))).toEqual(["fewGood"]);
});

function codes(findings: ReturnType<typeof diagnose<string>>) {
  return findings.map((finding) => finding.code);
}

function steps(one: Place, two: Place, leads = 200): Steps {
  return { step1: judgement(one, leads), step2: judgement(two, leads) };
}

function judgement(place: Place, trials: number, kind: BaseKind = "target"): Judgement {
  const share = { low: 0.1, unclear: 0.3, high: 0.5 }[place];
  return { rate: rate(trials * share, trials), base: { kind, value: 0.3 }, place };
}
