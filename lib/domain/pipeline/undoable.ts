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

interface Recorded {
  readonly actorKind: "user" | "key" | "system";
  readonly actorId: string | null;
}

/** Whether this person, or this key, recorded the row. Whoever may not void deals can still take back their own. */
export function isRecordedBy({ actorKind, actorId }: Recorded, by: Recorded): boolean {
  return actorId !== null && actorKind === by.actorKind && actorId === by.actorId;
}

/** The log as it is offered to somebody who may not void deals: another's win or direct sale is not theirs to undo. */
export function withoutOthersDeals<R extends Recorded & Pick<Transition, "fromKind" | "toKind" | "causeId">>(
  rows: readonly (R & { readonly canUndo: boolean })[],
  by: Recorded,
): (R & { readonly canUndo: boolean })[] {
  const signs = ({ fromKind, toKind, causeId }: R) =>
    fromKind !== toKind && (toKind === "won" || (toKind === "customer" && causeId === null));
  return rows.map((row) => ({ ...row, canUndo: row.canUndo && (!signs(row) || isRecordedBy(row, by)) }));
}
