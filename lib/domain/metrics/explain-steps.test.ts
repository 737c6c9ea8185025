import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { explainSteps } from "./explain-steps";
import type { Journey } from "./strip";

describe("explainSteps splits the change of the lead rate", () => {
  const number = z.number();
  const counts = z.object({ L: number, Q: number, C: number, D: number });
  const shape = { before: counts, after: counts, step1: number, step2: number, direct: number, total: number };
  test.each(vectors("productSplitWithDirect", shape))("$id: $source", ({ before, after, tolerance, ...expected }) => {
    const actual = explainSteps(journey(before), journey(after));
    for (const part of ["step1", "step2", "direct", "total"] as const) {
      expectWithin(actual?.[part], expected[part], tolerance);
    }
  });
});

it("the parts add up to the change, whatever the counts", () => {
  const any = fc
    .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
    .map(([open, lost, customersQualified, direct]): Journey => ({
      leads: open + lost + customersQualified + direct,
      qualified: lost + customersQualified,
      customersQualified,
      direct,
    }));
  fc.assert(
    fc.property(any, any, (before, after) => {
      const split = explainSteps(before, after);
      if (split !== null) expect(split.step1 + split.step2 + split.direct).toBeCloseTo(split.total, 12);
    }),
  );
});

it("no leads in the period before: nothing to explain", () => {
  expect(explainSteps(journey({ L: 0, Q: 0, C: 0, D: 0 }), journey({ L: 9, Q: 3, C: 1, D: 0 }))).toBeNull();
});

function journey({ L, Q, C, D }: { L: number; Q: number; C: number; D: number }): Journey {
  return { leads: L, qualified: Q, customersQualified: C, direct: D };
}
