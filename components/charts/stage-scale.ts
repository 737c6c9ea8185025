import type { StageTime } from "@/lib/domain/metrics/stage-times";

/** A scale of days from 0 that all stages stand on together. */
export interface DayScale {
  readonly max: number;
  readonly ticks: readonly number[];
  /** A number of days as a place, 0–1; what lies beyond the end is drawn at it. */
  readonly at: (days: number) => number;
}

/** Holds every band, and what has stood longer as far as three times the longest of them: one forgotten record must not flatten all. */
export function dayScaleOf(times: readonly StageTime[]): DayScale {
  const bands = times.map(({ threeQuartersDays, medianDays }) => threeQuartersDays ?? medianDays ?? 0);
  const dots = times.flatMap(({ longest }) => longest.map(({ days }) => days));
  const band = Math.max(1, ...bands);
  const max = roundUp(Math.max(band, Math.min(Math.max(0, ...dots), band * 3)));
  return { max, ticks: [0, max / 2, max], at: (days) => Math.min(1, days / max) };
}

/** The next of 2, 4, 6, 8, 10, 20, 30, 40 … so that the middle is a whole day. */
function roundUp(days: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(days, 2)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * size).find((end) => end >= days && end % 2 === 0) ?? days;
}
