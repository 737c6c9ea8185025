import type { Losses } from "./losses";
import type { Maturation } from "./maturation";
import type { Money } from "./money";
import type { Reach } from "./reach";
import type { ReportRow } from "./report";
import type { StageTime } from "./stage-times";

/** What the blocks that count for themselves are drawn from. */
export interface BlockData {
  /** `null` by decision date. */
  readonly maturation: Readonly<Record<"lead" | "opportunity", Maturation>> | null;
  readonly reach: Reach | null;
  readonly losses: Losses;
  readonly time: readonly StageTime[];
  readonly money: Money;
  /** The months of the period compared with. */
  readonly trend: readonly ReportRow[];
}
export type LoadedBlock = keyof BlockData;

/** One failed block says so in its place, under the id by which it was logged; the rest of the report is right. */
export type Loaded<T> =
  { readonly kind: "loaded"; readonly data: T } | { readonly kind: "failed"; readonly errorId: string };

/** Absent: nothing was asked for, or there is nothing to show. */
export type LoadedBlocks = { readonly [Id in LoadedBlock]?: Loaded<BlockData[Id]> };

export function loaded<T>(data: T): Loaded<T> {
  return { kind: "loaded", data };
}

/** Of a block that failed, or has nothing to show: `null`. */
export function dataOf<T>(block: Loaded<T> | undefined): T | null {
  return block?.kind === "loaded" ? block.data : null;
}
