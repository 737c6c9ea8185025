import { type Segment, type SegmentKind, segmentsOf } from "@/components/charts/segments";
import { sum } from "@/lib/domain/stats/sum";
import type { Shown, SharedStrip } from "@/lib/domain/sharing/shared-report";

/**
 * A bar of which some parts are not shown. Those are one piece, as long as what the printed counts leave of the printed
 * whole: a reader who subtracts knows as much. Of a whole that is not shown itself nothing has a length.
 */
export function partlySeen(parts: Partial<Record<SegmentKind, Shown>>, whole: Shown): readonly Segment[] {
  const seen = seenOf(parts);
  if (whole === "hidden") return [{ kind: "unseen", count: 0, start: 0, share: 1 }];
  return segmentsOf({ ...seen, unseen: whole - sum(Object.values(seen)) });
}

function seenOf(parts: Partial<Record<SegmentKind, Shown>>): Partial<Record<SegmentKind, number>> {
  return Object.fromEntries(Object.entries(parts).filter(([, count]) => count !== "hidden"));
}

/** The three bars of the strip, in the parts that are shown. */
export function partlySeenStrip(strip: SharedStrip) {
  const { leads, qualified, sold, direct, open, notAFit, qualifiedOpen, qualifiedLost } = strip;
  const passed = together(qualified, sold, (all, part) => all - part);
  const rest = together(open, notAFit, (one, other) => one + other);
  return {
    leads: partlySeen({ qualified, direct, open, notAFit }, leads),
    opportunities: partlySeen({ customers: sold, open: qualifiedOpen, lost: qualifiedLost }, qualified),
    whole: partlySeen({ customers: sold, direct, passed, rest }, leads),
  };
}

function together(a: Shown, b: Shown, work: (a: number, b: number) => number): Shown {
  return a === "hidden" || b === "hidden" ? "hidden" : work(a, b);
}
