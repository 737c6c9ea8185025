import { and, eq, isNotNull } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";

export async function isLeadErased(db: TeamDb, id: LeadId): Promise<boolean> {
  const found = await db.tx
    .select({ id: leads.id })
    .from(leads)
    .where(db.where(leads, and(eq(leads.id, id), isNotNull(leads.erasedAt))));
  return found.length > 0;
}

export async function isOpportunityErased(db: TeamDb, id: OpportunityId): Promise<boolean> {
  const found = await db.tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(db.where(opportunities, and(eq(opportunities.id, id), isNotNull(opportunities.erasedAt))));
  return found.length > 0;
}
