import { expect, it } from "vitest";
import type { LeadParts } from "@/lib/domain/metrics/parts";
import { stripBars } from "./segments";
import { stripRows } from "./strip-rows";

const PARTS: LeadParts = {
  ...{ total: 262, open: 31, notAFit: 145, direct: 2, qualified: 84, qualifiedOpen: 16, qualifiedLost: 42 },
  ...{ waiting: 5, customers: 28, excluded: 9, faulty: 0, undated: 0 },
};

it("the table says 84 + 2 + 31 + 145 = 262, 26 + 16 + 42 = 84 and 26 + 2 + 47 + 187 = 262", () => {
  expect(stripRows(PARTS)).toEqual([
    { bar: "stepOne", converted: 84, direct: 2, open: 31, ended: 145, total: 262 },
    { bar: "stepTwo", converted: 26, direct: 0, open: 16, ended: 42, total: 84 },
    { bar: "whole", converted: 26, direct: 2, open: 47, ended: 187, total: 262 },
  ]);
  for (const { converted, direct, open, ended, total } of stripRows(PARTS)) {
    expect(converted + direct + open + ended).toBe(total);
  }
});

it("the table holds the counts of the drawing", () => {
  const [one, two, whole] = stripRows(PARTS);
  const bars = stripBars(PARTS);
  expect(bars?.leads.map(({ count }) => count)).toEqual([one?.converted, one?.direct, one?.open, one?.ended]);
  expect(bars?.opportunities.map(({ count }) => count)).toEqual([two?.converted, two?.open, two?.ended]);
  expect(bars?.whole.slice(0, 2).map(({ count }) => count)).toEqual([whole?.converted, whole?.direct]);
});

it("by decision date there are no rows", () => {
  expect(stripRows({ ...PARTS, total: null, open: null, qualifiedOpen: null, qualifiedLost: null })).toEqual([]);
});
