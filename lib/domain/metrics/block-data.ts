import type { ReportRow } from "./report";

/** What the blocks that count for themselves are drawn from. */
export interface BlockData {
  /** The months of the period compared with. */
  readonly trend: readonly ReportRow[];
}
export type LoadedBlock = keyof BlockData;

/** One failed block says so in its place, under the id by which it was logged; the rest of the report is right. */
export type Loaded<T> =
  { readonly kind: "loaded"; readonly data: T } | { readonly kind: "failed"; readonly errorId: string };

/** Absent: nothing was asked for, or there is nothing to show. */
export type LoadedBlocks = { readonly [Id in LoadedBlock]?: Loaded<BlockData[Id]> };
