import { describe, expect, it } from "vitest";
import type { LeadParts } from "@/lib/domain/metrics/parts";
import { type Segment, segmentsOf, stripBars } from "./segments";

const PARTS: LeadParts = {
  ...{ total: 262, open: 31, notAFit: 145, direct: 2, qualified: 84, qualifiedOpen: 16, qualifiedLost: 42 },
  ...{ waiting: 5, customers: 28, excluded: 9, faulty: 0, undated: 0 },
};

describe("the bars of 262 leads, 84 of them opportunities, 26 of those customers and 2 direct", () => {
  const bars = stripBars(PARTS);

  it("bar 1 is 84 + 2 + 31 + 145 of 262, bar 2 is 26 + 16 + 42 of 84", () => {
    expect(counts(bars?.leads)).toEqual({ qualified: 84, direct: 2, open: 31, notAFit: 145 });
    expect(counts(bars?.opportunities)).toEqual({ customers: 26, open: 16, lost: 42 });
  });

  it("the thin bar begins with the 28 customers, inside the 84 + 2 that went on", () => {
    expect(counts(bars?.whole)).toEqual({ customers: 26, direct: 2, passed: 58, rest: 176 });
    expect(bars?.whole[2]?.start).toBeCloseTo(28 / 262, 12);
    expect(bars?.whole[3]?.start).toBeCloseTo(86 / 262, 12);
  });

  it("each bar is filled from end to end, and nothing lies outside or over another part", () => {
    for (const bar of [bars?.leads, bars?.opportunities, bars?.whole]) expectFilled(bar ?? []);
  });
});

it("what is 0 is not drawn, and of nothing there is no bar", () => {
  expect(segmentsOf({ qualified: 3, direct: 0, open: 1 }).map(({ kind }) => kind)).toEqual(["qualified", "open"]);
  expect(segmentsOf({ qualified: 0, open: 0 })).toEqual([]);
});

it("by decision date there is no set of leads to draw", () => {
  expect(stripBars({ ...PARTS, total: null, open: null, qualifiedOpen: null, qualifiedLost: null })).toBeNull();
});

function counts(segments: readonly Segment[] = []) {
  return Object.fromEntries(segments.map(({ kind, count }) => [kind, count]));
}

function expectFilled(segments: readonly Segment[]) {
  let end = 0;
  for (const { start, share } of segments) {
    expect(start).toBeCloseTo(end, 12);
    end = start + share;
  }
  expect(end).toBeCloseTo(1, 12);
}
