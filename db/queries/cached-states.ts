import { and, asc, gt, isNull } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { idsIn } from "./ids-in";

/** What leads say of their log, the next page after an id. */
export async function listCachedLeads(db: TeamDb, after: LeadId | null, limit: number) {
  return db.tx
    .select({
      id: leads.id,
      stageId: leads.stageId,
      kind: leads.kind,
      stageSince: leads.stageSince,
      excludedAs: leads.excludedAs,
      channelId: leads.channelId,
      campaignId: leads.campaignId,
      ownerId: leads.ownerId,
      creditedChannelId: leads.creditedChannelId,
      creditedCampaignId: leads.creditedCampaignId,
      creditedOwnerId: leads.creditedOwnerId,
      cameInAt: leads.cameInAt,
      cameInDay: leads.cameInDay,
      qualified: leads.qualified,
      qualifiedAt: leads.qualifiedAt,
      qualifiedDay: leads.qualifiedDay,
      decidedAt: leads.decidedAt,
      decidedDay: leads.decidedDay,
      opportunityKind: leads.opportunityKind,
      fault: leads.fault,
    })
    .from(leads)
    .where(db.where(leads, after === null ? undefined : gt(leads.id, after)))
    .orderBy(asc(leads.id))
    .limit(limit);
}

/** What these opportunities say of their log. */
export async function listCachedOpportunities(db: TeamDb, ids: readonly OpportunityId[]) {
  return db.tx
    .select(OPPORTUNITY_CACHE)
    .from(opportunities)
    .where(db.where(opportunities, idsIn(opportunities.id, ids)))
    .orderBy(asc(opportunities.id));
}

/** Opportunities that have no lead, the next page after an id. */
export async function listLeadlessOpportunities(db: TeamDb, after: OpportunityId | null, limit: number) {
  return db.tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      db.where(
        opportunities,
        and(isNull(opportunities.leadId), after === null ? undefined : gt(opportunities.id, after)),
      ),
    )
    .orderBy(asc(opportunities.id))
    .limit(limit);
}

const OPPORTUNITY_CACHE = {
  id: opportunities.id,
  stageId: opportunities.stageId,
  kind: opportunities.kind,
  stageSince: opportunities.stageSince,
  channelId: opportunities.channelId,
  campaignId: opportunities.campaignId,
  ownerId: opportunities.ownerId,
  creditedChannelId: opportunities.creditedChannelId,
  creditedCampaignId: opportunities.creditedCampaignId,
  creditedOwnerId: opportunities.creditedOwnerId,
  openedAt: opportunities.openedAt,
  openedDay: opportunities.openedDay,
  closedAt: opportunities.closedAt,
  closedDay: opportunities.closedDay,
  lostReasonId: opportunities.lostReasonId,
  withoutLead: opportunities.withoutLead,
  fault: opportunities.fault,
};
