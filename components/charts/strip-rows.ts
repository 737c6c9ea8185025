import type { LeadParts } from "@/lib/domain/metrics/parts";

/** A bar of the strip as a row of its table; its counts sum to `total`. */
export interface StripRow {
  readonly bar: "stepOne" | "stepTwo" | "whole";
  readonly converted: number;
  readonly direct: number;
  readonly open: number;
  /** Not a fit or lost. */
  readonly ended: number;
  readonly total: number;
}

/** The three bars in numbers, by start date; by decision there are none. */
export function stripRows(parts: LeadParts): readonly StripRow[] {
  const { total, open, notAFit, direct, qualified, qualifiedOpen, qualifiedLost, customers } = parts;
  if (total === null || open === null || qualifiedOpen === null || qualifiedLost === null) return [];
  const sold = customers - direct;
  return [
    { bar: "stepOne", converted: qualified, direct, open, ended: notAFit, total },
    { bar: "stepTwo", converted: sold, direct: 0, open: qualifiedOpen, ended: qualifiedLost, total: qualified },
    { bar: "whole", converted: sold, direct, open: open + qualifiedOpen, ended: notAFit + qualifiedLost, total },
  ];
}
