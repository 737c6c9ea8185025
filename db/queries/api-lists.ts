import { asc, eq, gt, isNotNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { stageTransitions } from "@/db/schema/log";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { DealId, LeadId, OpportunityId, TransitionId } from "@/lib/domain/ids";

/** A place in a list: beyond this row, so many. One more is read than is shown, to know whether more follow. */
export interface Slice<Place> {
  readonly after: Place | null;
  readonly limit: number;
}

const COMMON_OF = (table: typeof leads | typeof opportunities) => ({
  externalId: table.externalId,
  name: table.name,
  note: table.note,
  channelId: table.channelId,
  campaignId: table.campaignId,
  ownerId: table.ownerId,
  expectedMinor: table.expectedMinor,
  currency: table.currency,
  stageId: table.stageId,
  stageSince: table.stageSince,
  fault: table.fault,
  archivedAt: table.archivedAt,
  version: table.version,
  createdAt: table.createdAt,
});

/** The leads that are there, archived ones too, in the order in which they were made; `counted` narrows. */
export async function sliceLeads(db: TeamDb, { after, limit }: Slice<LeadId>, counted?: SQL) {
  return db.tx
    .select({
      id: leads.id,
      ...COMMON_OF(leads),
      company: leads.company,
      email: leads.email,
      phone: leads.phone,
      kind: leads.kind,
      excludedAs: leads.excludedAs,
      cameInAt: leads.cameInAt,
      qualified: leads.qualified,
      qualifiedAt: leads.qualifiedAt,
      decidedAt: leads.decidedAt,
    })
    .from(leads)
    .where(db.where(leads, isNotNull(leads.stageId), counted, beyond(leads.id, after)))
    .orderBy(asc(leads.id))
    .limit(limit + 1);
}

export async function sliceOpportunities(db: TeamDb, { after, limit }: Slice<OpportunityId>, counted?: SQL) {
  return db.tx
    .select({
      id: opportunities.id,
      ...COMMON_OF(opportunities),
      leadId: opportunities.leadId,
      kind: opportunities.kind,
      openedAt: opportunities.openedAt,
      closedAt: opportunities.closedAt,
      lostReasonId: opportunities.lostReasonId,
    })
    .from(opportunities)
    .where(db.where(opportunities, isNotNull(opportunities.stageId), counted, beyond(opportunities.id, after)))
    .orderBy(asc(opportunities.id))
    .limit(limit + 1);
}

/** All deals, voided ones too. */
export async function sliceDeals(db: TeamDb, { after, limit }: Slice<DealId>) {
  return db.tx
    .select({
      id: deals.id,
      externalId: deals.externalId,
      opportunityId: deals.opportunityId,
      leadId: deals.leadId,
      kind: deals.kind,
      amountMinor: deals.amountMinor,
      currency: deals.currency,
      termMonths: deals.termMonths,
      signedOn: deals.signedOn,
      voidedAt: deals.voidedAt,
      version: deals.version,
      createdAt: deals.createdAt,
    })
    .from(deals)
    .where(db.where(deals, beyond(deals.id, after)))
    .orderBy(asc(deals.id))
    .limit(limit + 1);
}

/** The log, in its own order. */
export async function sliceTransitions(db: TeamDb, { after, limit }: Slice<number>, which?: SQL) {
  return db.tx
    .select({
      id: stageTransitions.id,
      seq: stageTransitions.seq,
      subject: stageTransitions.subject,
      leadId: stageTransitions.leadId,
      opportunityId: stageTransitions.opportunityId,
      fromStageId: stageTransitions.fromStageId,
      fromKind: stageTransitions.fromKind,
      toStageId: stageTransitions.toStageId,
      toKind: stageTransitions.toKind,
      channelId: stageTransitions.channelId,
      campaignId: stageTransitions.campaignId,
      ownerId: stageTransitions.ownerId,
      lostReasonId: stageTransitions.lostReasonId,
      excludedAs: stageTransitions.excludedAs,
      occurredAt: stageTransitions.occurredAt,
      occurredOn: stageTransitions.occurredOn,
      dateOnly: stageTransitions.dateOnly,
      recordedAt: stageTransitions.recordedAt,
      undoesId: stageTransitions.undoesId,
      fault: stageTransitions.fault,
    })
    .from(stageTransitions)
    .where(db.where(stageTransitions, which, after === null ? undefined : gt(stageTransitions.seq, after)))
    .orderBy(asc(stageTransitions.seq))
    .limit(limit + 1);
}

/** One lead as lists give it. */
export async function findListedLead(db: TeamDb, id: LeadId) {
  const [row] = await sliceLeads(db, { after: null, limit: 0 }, eq(leads.id, id));
  return row ?? null;
}

export async function findListedOpportunity(db: TeamDb, id: OpportunityId) {
  const [row] = await sliceOpportunities(db, { after: null, limit: 0 }, eq(opportunities.id, id));
  return row ?? null;
}

/** The row of the log that undoes this one, as lists give it. */
export async function findListedUndo(db: TeamDb, id: TransitionId) {
  const [row] = await sliceTransitions(db, { after: null, limit: 0 }, eq(stageTransitions.undoesId, id));
  return row ?? null;
}

function beyond(column: PgColumn, after: string | null): SQL | undefined {
  return after === null ? undefined : gt(column, after);
}
