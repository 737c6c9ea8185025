import type { Duration } from "@/lib/domain/period";
import { rate, type Rate } from "./rate";

/** A record as the window sees it. */
export interface WindowRecord {
  /** From its start to the as-of time. */
  readonly ageDays: number;
  /** From its start to its first conversion; `null` if it has none. */
  readonly converted: Duration | null;
  readonly excluded?: boolean;
}

type WindowClass = "converted" | "notWithin" | "tooYoung" | "fault" | "excluded";

export interface FixedWindow {
  readonly rate: Rate;
  readonly tooYoung: number;
  readonly faults: number;
  readonly excluded: number;
}

/**
 * Of the records that are at least `windowDays` old, those that converted within as many days. A younger one is in neither
 * count, even if it has converted: the early ones alone would flatter a young period. Bernhardsson, convoys.
 */
export function fixedWindow(records: readonly WindowRecord[], windowDays: number): FixedWindow {
  const classes = records.map((record) => classify(record, windowDays));
  const count = (kind: WindowClass) => classes.filter((each) => each === kind).length;
  return {
    rate: rate(count("converted"), count("converted") + count("notWithin")),
    tooYoung: count("tooYoung"),
    faults: count("fault"),
    excluded: count("excluded"),
  };
}

function classify({ ageDays, converted, excluded = false }: WindowRecord, windowDays: number): WindowClass {
  if (excluded) return "excluded";
  if (converted?.fault === true) return "fault";
  if (ageDays < windowDays) return "tooYoung";
  return converted !== null && converted.days <= windowDays ? "converted" : "notWithin";
}
