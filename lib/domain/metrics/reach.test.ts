import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Furthest, largestDrop, type OpenStage, type Reach, reachOf } from "./reach";

const STAGES: readonly OpenStage[] = [
  { key: "new", name: "New", subject: "lead" },
  { key: "contacted", name: "Contacted", subject: "lead" },
  { key: "demo", name: "Demo", subject: "opportunity" },
  { key: "trial", name: "Trial", subject: "opportunity" },
];
const OPEN = { isQualified: false, isCustomer: false };
const QUALIFIED = { isQualified: true, isCustomer: false };
const hitsOf = ({ steps }: Reach) => steps.map(({ rate }) => rate.hits);

describe("reachOf counts each lead in every stage that it got to or past", () => {
  it("4 new, 3 contacted, 2 in the demo, 1 won from it: 10 → 6 → 3 → 1 → 1, for the won one passes the trial too", () => {
    const reach = reachOf(STAGES, [
      { stage: "new", ...OPEN, leads: 4 },
      { stage: "contacted", ...OPEN, leads: 3 },
      { stage: "demo", ...QUALIFIED, leads: 2 },
      { stage: "demo", isQualified: true, isCustomer: true, leads: 1 },
    ]);
    expect([reach.leads, ...hitsOf(reach)]).toEqual([10, 10, 6, 3, 1, 1]);
    expect(largestDrop(reach)).toMatchObject({ from: { stage: { key: "new" } }, to: { stage: { key: "contacted" } } });
  });

  it("2 sold to directly pass the stages of leads and none of opportunities: 5 → 2 → 0", () => {
    const reach = reachOf(STAGES, [
      { stage: null, ...OPEN, leads: 3 },
      { stage: "new", isQualified: false, isCustomer: true, leads: 2 },
    ]);
    expect(hitsOf(reach)).toEqual([5, 2, 0, 0, 0]);
    expect(reach.direct).toBe(2);
  });

  it("nobody came in: no step has a value, and there is no largest drop", () => {
    const reach = reachOf(STAGES, []);
    expect(reach.steps.map(({ rate }) => rate.value)).toEqual([null, null, null, null, null]);
    expect(largestDrop(reach)).toBeNull();
  });
});

it("never rises along the pipeline and is never more than all of them, whoever got where", () => {
  const stages = fc.shuffledSubarray([...STAGES]);
  const furthest: fc.Arbitrary<Furthest> = fc.record({
    stage: fc.constantFrom(null, "gone", ...STAGES.map(({ key }) => key)),
    isQualified: fc.boolean(),
    isCustomer: fc.boolean(),
    leads: fc.nat(1000),
  });
  fc.assert(
    fc.property(stages, fc.array(furthest), (ordered, all) => {
      const reach = reachOf(ordered, all);
      const hits = hitsOf(reach);
      expect(hits).toEqual(hits.toSorted((a, b) => b - a));
      expect(hits.every((each) => 0 <= each && each <= reach.leads)).toBe(true);
      expect(hitsOf(reachOf(ordered, all.toReversed()))).toEqual(hits);
    }),
  );
});
