import type { Rate } from "@/lib/domain/metrics/rate";

/** A scale from 0 that rates stand on together. */
export interface Scale {
  /** Its end, 0–1. */
  readonly max: number;
  /** Where a line is drawn and named: 0, the middle and the end. */
  readonly ticks: readonly number[];
  /** A share as a place on the scale, 0–1; never outside it. */
  readonly at: (share: number) => number;
}

/** The smallest round scale that holds all of these rates and targets, with their ranges where those are drawn: nothing is cut off. */
export function scaleOf(
  rates: readonly Rate[],
  end: "high" | "value" = "high",
  targets: readonly number[] = [],
): Scale {
  const highest = Math.max(0, ...targets, ...rates.filter(isDrawn).map((rate) => rate[end] ?? 0));
  const max = ENDS.find((end) => highest <= end) ?? 1;
  return { max, ticks: [0, max / 2, max], at: (share) => Math.min(1, Math.max(0, share / max)) };
}

/** Below 10 a rate is counts and no mark. */
export function isDrawn({ evidence }: Rate): boolean {
  return evidence === "thin" || evidence === "ok";
}

/** A place, 0–1, as SVG takes it: nothing is scaled, so text keeps its size on a phone. */
export function percentOf(place: number): string {
  return `${Math.round(place * 100_000) / 1000}%`;
}

const ENDS = [0.04, 0.1, 0.2, 0.4, 0.6, 0.8, 1];
