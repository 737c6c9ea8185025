import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { updateRows } from "./bulk-rows";

type LeadFacts = Pick<
  typeof leads.$inferInsert,
  "name" | "nameNorm" | "company" | "email" | "phone" | "note" | "expectedMinor" | "currency"
>;
type OpportunityFacts = Pick<
  typeof opportunities.$inferInsert,
  "name" | "nameNorm" | "note" | "expectedMinor" | "currency"
>;

// The record has been locked and its version compared by `decide`; what stands here is not history.

export function updateLeadFacts(db: TeamDb, id: LeadId, facts: LeadFacts): Promise<void> {
  return updateRows(db, leads, [{ id, ...facts }]);
}

export function updateOpportunityFacts(db: TeamDb, id: OpportunityId, facts: OpportunityFacts): Promise<void> {
  return updateRows(db, opportunities, [{ id, ...facts }]);
}

/** Many leads or opportunities out of the working lists; null brings them back. */
export function putAway(
  db: TeamDb,
  subject: "lead" | "opportunity",
  ids: readonly string[],
  archivedAt: Date | null,
): Promise<void> {
  const rows = ids.map((id) => ({ id, archivedAt }));
  return subject === "lead" ? updateRows(db, leads, rows) : updateRows(db, opportunities, rows);
}

/** Null brings it back into the working lists. */
export function archiveLeadRow(db: TeamDb, id: LeadId, archivedAt: Date | null): Promise<void> {
  return updateRows(db, leads, [{ id, archivedAt }]);
}

export function archiveOpportunityRow(db: TeamDb, id: OpportunityId, archivedAt: Date | null): Promise<void> {
  return updateRows(db, opportunities, [{ id, archivedAt }]);
}

/** What the record is called elsewhere; null frees it. Part of a write that has counted the version up. */
export function setExternalId(
  db: TeamDb,
  subject: "lead" | "opportunity",
  id: string,
  externalId: string | null,
): Promise<void> {
  const rows = [{ id, externalId }];
  const beside = { versionStep: 0 } as const;
  return subject === "lead" ? updateRows(db, leads, rows, beside) : updateRows(db, opportunities, rows, beside);
}
