import { asc, eq, exists, or, sql } from "drizzle-orm";
import { stages } from "@/db/schema/pipeline";
import { deals, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { LeadId } from "@/lib/domain/ids";

const MANY = 200;

/** The opportunities that were made of a lead and are there, oldest first. */
export async function listOpportunitiesOfLead(db: TeamDb, leadId: LeadId) {
  return db.tx
    .select({
      id: opportunities.id,
      name: opportunities.name,
      kind: opportunities.kind,
      stage: stages.name,
      openedDay: opportunities.openedDay,
      expectedMinor: opportunities.expectedMinor,
      currency: opportunities.currency,
    })
    .from(opportunities)
    .innerJoin(stages, sameTeam(stages, opportunities, eq(stages.id, opportunities.stageId)))
    .where(db.where(opportunities, eq(opportunities.leadId, leadId)))
    .orderBy(asc(opportunities.id))
    .limit(MANY);
}

/** The deals with a lead, direct ones and those of its opportunities, voided ones too. */
export async function listDealsOfLead(db: TeamDb, leadId: LeadId) {
  const ofLead = db.tx
    .select({ one: sql`1` })
    .from(opportunities)
    .where(db.where(opportunities, eq(opportunities.id, deals.opportunityId), eq(opportunities.leadId, leadId)));
  return db.tx
    .select({
      id: deals.id,
      opportunityId: deals.opportunityId,
      kind: deals.kind,
      amountMinor: deals.amountMinor,
      currency: deals.currency,
      termMonths: deals.termMonths,
      signedOn: deals.signedOn,
      voidedAt: deals.voidedAt,
    })
    .from(deals)
    .where(db.where(deals, or(eq(deals.leadId, leadId), exists(ofLead))))
    .orderBy(asc(deals.id))
    .limit(MANY);
}
