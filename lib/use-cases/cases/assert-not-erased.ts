import { isLeadErased, isOpportunityErased } from "@/db/queries/erased";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";

/** Refuses to write about a person who was erased. Asked once the record is locked; the database refuses it too. */
export async function assertNotErased(
  { db }: TeamContext,
  record: { readonly leadId: LeadId } | { readonly opportunityId: OpportunityId },
): Promise<void> {
  const isErased =
    "leadId" in record ? await isLeadErased(db, record.leadId) : await isOpportunityErased(db, record.opportunityId);
  if (isErased) throw new AppError("erased");
}
