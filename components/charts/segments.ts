import type { LeadParts } from "@/lib/domain/metrics/parts";
import { sum } from "@/lib/domain/stats/sum";

/**
 * What a piece of a bar stands for, and so how it is drawn. In the thin bar `customers` are drawn in the colour of step 2
 * inside what was `passed` on by step 1; `rest` is left empty. `unseen` is all that a reader is not told apart, in one piece.
 */
export type SegmentKind =
  "qualified" | "customers" | "direct" | "passed" | "open" | "notAFit" | "lost" | "rest" | "unseen";

export interface Segment {
  readonly kind: SegmentKind;
  readonly count: number;
  /** Both 0–1 of the bar. */
  readonly start: number;
  readonly share: number;
}

export interface StripBars {
  readonly leads: readonly Segment[];
  readonly opportunities: readonly Segment[];
  readonly whole: readonly Segment[];
}

/** The three bars of one set of leads, by start date; the parts of each sum to its whole. */
export function stripBars({ open, notAFit, direct, qualified, qualifiedOpen, qualifiedLost, customers }: LeadParts) {
  if (open === null || qualifiedOpen === null || qualifiedLost === null) return null;
  const sold = customers - direct;
  return {
    leads: segmentsOf({ qualified, direct, open, notAFit }),
    opportunities: segmentsOf({ customers: sold, open: qualifiedOpen, lost: qualifiedLost }),
    whole: segmentsOf({ customers: sold, direct, passed: qualified - sold, rest: open + notAFit }),
  } satisfies StripBars;
}

/** Counts side by side as parts of their sum, converted first; what is 0 is left out. */
export function segmentsOf(counts: Partial<Record<SegmentKind, number>>): readonly Segment[] {
  const whole = sum(Object.values(counts));
  let before = 0;
  const segments: Segment[] = [];
  for (const kind of SEGMENT_KINDS) {
    const count = counts[kind] ?? 0;
    if (count > 0) segments.push({ kind, count, start: before / whole, share: count / whole });
    before += count;
  }
  return segments;
}

const SEGMENT_KINDS = [
  "qualified",
  "customers",
  "direct",
  "passed",
  "open",
  "notAFit",
  "lost",
  "rest",
  "unseen",
] as const satisfies readonly SegmentKind[];
