import { eq } from "drizzle-orm";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";

export async function findLeadVersion(db: TeamDb, id: LeadId) {
  const [row] = await db.tx
    .select({ version: leads.version })
    .from(leads)
    .where(db.where(leads, eq(leads.id, id)));
  return row?.version ?? null;
}

export async function findOpportunityVersion(db: TeamDb, id: OpportunityId) {
  const [row] = await db.tx
    .select({ version: opportunities.version })
    .from(opportunities)
    .where(db.where(opportunities, eq(opportunities.id, id)));
  return row?.version ?? null;
}

/** The deal's version and what it was signed with. */
export async function findDealParties(db: TeamDb, id: DealId) {
  const [row] = await db.tx
    .select({ version: deals.version, leadId: deals.leadId, opportunityId: deals.opportunityId })
    .from(deals)
    .where(db.where(deals, eq(deals.id, id)));
  return row ?? null;
}
