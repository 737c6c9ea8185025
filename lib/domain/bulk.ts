import type { ErrorCode } from "@/lib/domain/errors";
import type { TransitionId } from "@/lib/domain/ids";

/** So many at once, at most: some pages of a list. */
export const BULK_MAX = 200;

/** What can be done to many records of a list at once. */
export const BULK_CHANGES = ["stage", "owner", "channel", "exclude", "archive", "unarchive"] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];

/** What came of it: how many changed, why others did not, and what takes it back. */
export interface BulkDone {
  readonly changed: number;
  readonly refused: readonly { readonly code: ErrorCode; readonly n: number }[];
  readonly rows: readonly TransitionId[];
  /** Records that were put away, or back: the log has no row of that. */
  readonly put: { readonly ids: readonly string[]; readonly back: "archive" | "unarchive" } | null;
}
