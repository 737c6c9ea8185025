import type { TransitionId } from "@/lib/domain/ids";
import type { Transition } from "./transition";

type Row = Pick<Transition, "id" | "subject" | "opportunityId" | "fromStageId" | "toStageId" | "undoesId" | "causeId">;

/**
 * The rows of a case that a person may be offered to undo: the last standing move of each record. A lead's row that an
 * opportunity brought about goes with that opportunity's row, and a record that others stand on keeps its coming in.
 * The undo itself decides anew.
 */
export function undoableIn(rows: readonly Row[]): ReadonlySet<TransitionId> {
  const undone = new Set(rows.map((row) => row.undoesId).filter((id) => id !== null));
  const left = rows.filter((row) => row.undoesId === null && !undone.has(row.id));
  const standsOnLead = left.some((row) => row.subject === "opportunity");
  const lastOf = new Map<string, Row>();
  for (const row of left) {
    const record = row.opportunityId ?? "lead";
    if (row.fromStageId !== row.toStageId || !lastOf.has(record)) lastOf.set(record, row);
  }
  const ids = new Set(left.map((row) => row.id));
  const offered = [...lastOf.values()].filter((row) => {
    if (row.causeId !== null && ids.has(row.causeId)) return false;
    return row.subject === "opportunity" || row.fromStageId !== null || !standsOnLead;
  });
  return new Set(offered.map((row) => row.id));
}
