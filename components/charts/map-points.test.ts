import { describe, expect, it } from "vitest";
import { rate } from "@/lib/domain/metrics/rate";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { noRow } from "@/lib/domain/metrics/testing/report-row";
import { channelMapOf, cornerOf, productCurve, spreadLabels } from "./map-points";
import { scaleOf } from "./scale";

function channel(name: string | null, leads: number, qualified: number, customers: number): ReportRow {
  const [step1, step2] = [rate(qualified, leads), rate(customers, qualified)];
  const rates = { leadConversionRate: rate(customers, leads), qualificationRate: step1, direct: rate(0, leads) };
  return { ...noRow, key: name, name, rates: { ...rates, step2, opportunityConversionRate: step2 } };
}

const ALL = channel(null, 600, 240, 80);
const THREE = [channel("a", 300, 180, 70), channel("b", 200, 40, 4), channel("c", 100, 20, 6)];

describe("the map of channels", () => {
  it("300 leads have three times the area of 100, and the rates are placed against all: 40 % and 33 %", () => {
    const map = channelMapOf(THREE, ALL, () => null);
    const radius = (name: string) => map?.points.find(({ row }) => row.name === name)?.radius ?? 0;
    expect(radius("a") ** 2 / radius("c") ** 2).toBeCloseTo(3, 10);
    expect(map?.cross).toEqual({ step1: 0.4, step2: 80 / 240 });
    expect(map?.points.map(({ row, corner }) => [row.name, corner])).toEqual([
      ["b", "neither"],
      ["c", "neither"],
      ["a", "both"],
    ]);
  });

  it("only what clearly differs in both steps is certain; 29 of something is thin", () => {
    const map = channelMapOf(THREE, ALL, () => null);
    expect(map?.points.map(({ row, certainty }) => [row.name, certainty])).toEqual([
      ["b", "clear"],
      ["c", "thin"],
      ["a", "clear"],
    ]);
  });

  it("targets come before what all channels are", () => {
    expect(channelMapOf(THREE, ALL, (step) => (step === "step1" ? 0.7 : null))?.cross.step1).toBe(0.7);
  });

  it("two channels to place, the third with 9 opportunities or without a name: no map", () => {
    const [a = noRow, b = noRow] = THREE;
    expect(channelMapOf([a, b, channel("c", 100, 9, 3)], ALL, () => null)).toBeNull();
    expect(channelMapOf([a, b, channel(null, 100, 50, 20)], ALL, () => null)).toBeNull();
    const map = channelMapOf([...THREE, channel("d", 100, 9, 3)], ALL, () => null);
    expect(map?.few.map(({ name }) => name)).toEqual(["d"]);
  });

  it("on the line is the better side", () => {
    const cross = { step1: 0.4, step2: 0.3 };
    expect([cornerOf(0.4, 0.3, cross), cornerOf(0.39, 0.3, cross), cornerOf(0.4, 0.29, cross)]).toEqual([
      "both",
      "fewGood",
      "manyIn",
    ]);
  });
});

it("names keep their order and 16 pixels between them: 10, 12, 50 become 10, 26, 50", () => {
  expect(spreadLabels([50, 10, 12], 16)).toEqual([50, 10, 26]);
});

it("on the curve of 10 of 100 every pair multiplies to 10 %, and a curve above the map is none", () => {
  const [x, y] = [scaleOf([rate(30, 60)]), scaleOf([rate(30, 90)])];
  for (const [left, up] of productCurve(0.1, x, y)) expect(left * x.max * up * y.max).toBeCloseTo(0.1, 10);
  expect(productCurve(0.9, x, y)).toEqual([]);
});
