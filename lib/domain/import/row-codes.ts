import type { FieldCode } from "@/lib/domain/errors";
import type { ImportField } from "./fields";

/** Why a row is left out, beyond what can be wrong with one cell. The words stand under `import.code.*`. */
export const ROW_CODES = [
  ...(["fields", "encoding", "control"] as const), // the line itself: as the CSV reader says
  ...(["unknown-channel", "unknown-campaign", "unknown-owner", "unknown-stage", "unknown-reason"] as const),
  ...(["unknown-lead", "unknown-opportunity"] as const),
  "other-lead", // the opportunity named is not of the lead named
  "other-owner", // taking over another's record is reserved
  "twice-in-file",
  "date-differs", // the log has another day: undo there, then import
  "contradiction", // two cells of the row cannot both be true
  "already-decided",
  "opportunity-open",
  "which-opportunity", // the lead has several open ones
  "gone", // undone, voided or erased here
] as const;

/** What can be wrong with one cell, out of the codes of our parsers. */
export const CELL_CODES = [
  ...(["required", "text", "too-long", "email", "amount", "count", "currency", "date", "date-future"] as const),
  "choice",
] as const satisfies readonly FieldCode[];

export type RowCode = (typeof ROW_CODES)[number] | (typeof CELL_CODES)[number];

export interface RowError {
  readonly column: ImportField | "";
  readonly code: RowCode;
  /** The cell as it stands in the file; shown, never stored with the row. */
  readonly value: string;
}
