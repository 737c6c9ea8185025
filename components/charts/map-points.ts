import type { Rate } from "@/lib/domain/metrics/rate";
import { type Step, stepRate } from "@/lib/domain/metrics/channel-cells";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { dotPlotRows } from "./dot-plot-rows";
import { isDrawn, type Scale, scaleOf } from "./scale";

export const CORNERS = ["both", "fewGood", "manyIn", "neither"] as const;
export type Corner = (typeof CORNERS)[number];

export interface MapPoint {
  readonly row: ReportRow;
  readonly x: Rate;
  readonly y: Rate;
  /** In pixels: its area is that of its leads. */
  readonly radius: number;
  /** Clear: both steps clearly differ from the rest. */
  readonly certainty: "clear" | "unclear" | "thin";
  readonly corner: Corner;
}

export interface ChannelMap {
  readonly scaleX: Scale;
  readonly scaleY: Scale;
  /** From left to right. */
  readonly points: readonly MapPoint[];
  /** Under ten in either step: named beside the map. */
  readonly few: readonly ReportRow[];
  /** Where the corners meet, 0–1: the targets where set, else all channels together. */
  readonly cross: Readonly<Record<Step, number>>;
}

type TargetOf = (step: Step) => number | null;

/** Where the channels stand in both steps; `null` with under three of them to place, or nothing to place them against. */
export function channelMapOf(channels: readonly ReportRow[], total: ReportRow, targetOf: TargetOf): ChannelMap | null {
  const named = dotPlotRows(channels, (a, b) => a.localeCompare(b)).filter(({ row }) => row.name !== null);
  const isPlaced = ({ rates }: ReportRow) => isDrawn(stepRate(rates, "step1")) && isDrawn(stepRate(rates, "step2"));
  const placed = named.filter(({ row }) => isPlaced(row));
  const [step1, step2] = [crossOf(total, "step1", targetOf), crossOf(total, "step2", targetOf)];
  if (placed.length < CHANNELS_MIN || step1 === null || step2 === null) return null;
  const most = Math.max(...placed.map(({ row }) => stepRate(row.rates, "step1").trials));
  const points = placed.map(({ row, differs }): MapPoint => {
    const [x, y] = [stepRate(row.rates, "step1"), stepRate(row.rates, "step2")];
    const isThin = x.evidence === "thin" || y.evidence === "thin";
    const isClear = differs.step1.verdict === "clear" && differs.step2.verdict === "clear";
    return {
      row,
      x,
      y,
      radius: RADIUS_MAX * Math.max(RADIUS_LEAST, Math.sqrt(x.trials / most)),
      certainty: isThin ? "thin" : isClear ? "clear" : "unclear",
      corner: cornerOf(x.value ?? 0, y.value ?? 0, { step1, step2 }),
    };
  });
  return {
    scaleX: scaleOf([...points.map(({ x }) => x), stepRate(total.rates, "step1")]),
    scaleY: scaleOf([...points.map(({ y }) => y), stepRate(total.rates, "step2")]),
    points: points.toSorted((a, b) => (a.x.value ?? 0) - (b.x.value ?? 0)),
    few: named.filter(({ row }) => !isPlaced(row)).map(({ row }) => row),
    cross: { step1, step2 },
  };
}

/** Which corner of the map a pair of rates is in; on a line it counts as the better side. */
export function cornerOf(x: number, y: number, { step1, step2 }: ChannelMap["cross"]): Corner {
  if (x >= step1) return y >= step2 ? "both" : "manyIn";
  return y >= step2 ? "fewGood" : "neither";
}

/** Heights for names, from the top: in the order of their points, and never closer than a line of text. */
export function spreadLabels(heights: readonly number[], gap: number): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  const spread = new Array<number>(heights.length).fill(0);
  let last = -Infinity;
  for (const { height, index } of order) {
    last = Math.max(height, last + gap);
    spread[index] = last;
  }
  return spread;
}

/** The points at which so many of 100 leads become customers: x times y, from where it enters the map to where it leaves. */
export function productCurve(share: number, scaleX: Scale, scaleY: Scale): readonly (readonly [number, number])[] {
  const from = share / scaleY.max;
  if (from >= scaleX.max) return [];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const x = from + ((scaleX.max - from) * step) / CURVE_STEPS;
    return [scaleX.at(x), scaleY.at(share / x)] as const;
  });
}

const CHANNELS_MIN = 3;
const RADIUS_MAX = 22;
const RADIUS_LEAST = 0.3;
const CURVE_STEPS = 24;

function crossOf(total: ReportRow, step: Step, targetOf: TargetOf): number | null {
  return targetOf(step) ?? stepRate(total.rates, step).value;
}
