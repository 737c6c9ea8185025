import { asc, count, eq, gt, isNotNull, type SQL, sql } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import { deals, leads, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { DealsQuery } from "@/lib/domain/deals/deals-query";
import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { LeadsQuery } from "@/lib/domain/leads/leads-query";
import type { OpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { conditions as dealConditions } from "./deals";
import { conditions as leadConditions } from "./leads";
import { conditions as opportunityConditions } from "./opportunities";

/** Which leads, as the list shows them; `counted` narrows to the records behind a number. */
export interface Asked<Q> {
  readonly query: Q;
  readonly counted?: SQL | undefined;
}

const SLICE = 1000;

/** A slice of the leads of a list in the order in which they were made, beyond one of them. */
export async function sliceLeadsAsked(db: TeamDb, { query, counted }: Asked<LeadsQuery>, after: LeadId | null) {
  return db.tx
    .select({
      id: leads.id,
      externalId: leads.externalId,
      name: leads.name,
      company: leads.company,
      email: leads.email,
      phone: leads.phone,
      channelId: leads.channelId,
      campaignId: leads.campaignId,
      ownerId: leads.ownerId,
      cameInDay: leads.cameInDay,
      qualifiedDay: leads.qualifiedDay,
      decidedDay: leads.decidedDay,
      kind: leads.kind,
      excludedAs: leads.excludedAs,
      stageId: leads.stageId,
      expectedMinor: leads.expectedMinor,
      currency: leads.currency,
      note: leads.note,
    })
    .from(leads)
    .where(db.where(leads, ...leadConditions(query, counted), after === null ? undefined : gt(leads.id, after)))
    .orderBy(asc(leads.id))
    .limit(SLICE);
}

export async function sliceOpportunitiesAsked(
  db: TeamDb,
  { query, counted }: Asked<OpportunitiesQuery>,
  after: OpportunityId | null,
) {
  const beyond = after === null ? undefined : gt(opportunities.id, after);
  return db.tx
    .select({
      id: opportunities.id,
      externalId: opportunities.externalId,
      leadRef: LEAD_REF,
      name: opportunities.name,
      channelId: opportunities.channelId,
      campaignId: opportunities.campaignId,
      ownerId: opportunities.ownerId,
      openedDay: opportunities.openedDay,
      closedDay: opportunities.closedDay,
      kind: opportunities.kind,
      stageId: opportunities.stageId,
      lostReasonId: opportunities.lostReasonId,
      expectedMinor: opportunities.expectedMinor,
      currency: opportunities.currency,
    })
    .from(opportunities)
    .leftJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .where(db.where(opportunities, ...opportunityConditions(query, counted), beyond))
    .orderBy(asc(opportunities.id))
    .limit(SLICE);
}

export async function sliceDealsAsked(db: TeamDb, { query }: Asked<DealsQuery>, after: DealId | null) {
  return db.tx
    .select({
      id: deals.id,
      externalId: deals.externalId,
      leadRef: LEAD_REF,
      opportunityRef: OPPORTUNITY_REF,
      signedOn: deals.signedOn,
      amountMinor: deals.amountMinor,
      currency: deals.currency,
      kind: deals.kind,
      termMonths: deals.termMonths,
      voidedAt: deals.voidedAt,
    })
    .from(deals)
    .leftJoin(opportunities, sameTeam(opportunities, deals, eq(opportunities.id, deals.opportunityId)))
    .leftJoin(leads, sameTeam(leads, deals, eq(leads.id, sql`coalesce(${deals.leadId}, ${opportunities.leadId})`)))
    .where(db.where(deals, ...dealConditions(query), after === null ? undefined : gt(deals.id, after)))
    .orderBy(asc(deals.id))
    .limit(SLICE);
}

/** A slice of the log in its own order. */
export async function sliceLog(db: TeamDb, after: number | null) {
  const t = stageTransitions;
  return db.tx
    .select({
      seq: t.seq,
      subject: t.subject,
      leadRef: LEAD_REF,
      opportunityRef: OPPORTUNITY_REF,
      fromStageId: t.fromStageId,
      fromKind: t.fromKind,
      toStageId: t.toStageId,
      toKind: t.toKind,
      channelId: t.channelId,
      campaignId: t.campaignId,
      ownerId: t.ownerId,
      lostReasonId: t.lostReasonId,
      excludedAs: t.excludedAs,
      occurredOn: t.occurredOn,
      occurredAt: t.occurredAt,
      dateOnly: t.dateOnly,
      recordedAt: t.recordedAt,
      isUndo: isNotNull(t.undoesId).mapWith(Boolean),
      fault: t.fault,
    })
    .from(t)
    .leftJoin(opportunities, sameTeam(opportunities, t, eq(opportunities.id, t.opportunityId)))
    .leftJoin(leads, sameTeam(leads, t, eq(leads.id, sql`coalesce(${t.leadId}, ${opportunities.leadId})`)))
    .where(db.where(t, after === null ? undefined : gt(t.seq, after)))
    .orderBy(asc(t.seq))
    .limit(SLICE);
}

export async function countLog(db: TeamDb): Promise<number> {
  const [row] = await db.tx.select({ n: count() }).from(stageTransitions).where(db.where(stageTransitions));
  return row?.n ?? 0;
}

// What a file calls a record: the name it came with, else our own, which an import reads back.
const LEAD_REF = sql<string | null>`coalesce(${leads.externalId}, ${leads.id}::text)`;
const OPPORTUNITY_REF = sql<string | null>`coalesce(${opportunities.externalId}, ${opportunities.id}::text)`;
