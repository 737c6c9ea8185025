import { asc, or } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { groupBy } from "@/lib/domain/group-by";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import type { Case, CaseDeal } from "@/lib/domain/pipeline/case";
import type { Transition } from "@/lib/domain/pipeline/transition";
import { idsIn } from "./ids-in";

/** How a case is found again: by its lead, or by its opportunity when it has none. */
export type CaseKey = LeadId | OpportunityId;

/** Turns a deal's day into a moment of the team's zone; the caller knows the zone. */
export type SignedAt = (signedOn: string | null) => CaseDeal["signed"];

/**
 * The cases of these records, locked until the transaction ends (leads before opportunities, each by id, so that two
 * writers never wait for each other in a circle). Unknown ids are simply not there.
 */
export async function lockCases(db: TeamDb, ids: CaseIds, signedAt: SignedAt): Promise<ReadonlyMap<CaseKey, Case>> {
  return loadCases(db, ids, signedAt, { locked: true });
}

/** The same without locks, for looking ahead in a transaction that cannot write. */
export async function readCases(db: TeamDb, ids: CaseIds, signedAt: SignedAt): Promise<ReadonlyMap<CaseKey, Case>> {
  return loadCases(db, ids, signedAt, { locked: false });
}

/**
 * Locks the cases of all these records in one go, before any of them is read, and gives what each is found by: for work that
 * goes through many of them part by part.
 */
export async function lockRecords(db: TeamDb, ids: CaseIds): Promise<CaseIds> {
  const { leadRows, opportunityRows } = await listRecords(db, ids, { locked: true });
  return {
    leadIds: leadRows.map(({ id }) => id),
    opportunityIds: opportunityRows.flatMap(({ id, leadId }) => (leadId === null ? id : [])),
  };
}

export interface CaseIds {
  readonly leadIds: readonly LeadId[];
  readonly opportunityIds: readonly OpportunityId[];
}

async function loadCases(
  db: TeamDb,
  ids: CaseIds,
  signedAt: SignedAt,
  how: { readonly locked: boolean },
): Promise<ReadonlyMap<CaseKey, Case>> {
  const { leadIds, leadRows, opportunityRows } = await listRecords(db, ids, how);
  const opportunityIds = opportunityRows.map(({ id }) => id);
  const log = await listLog(db, leadIds, opportunityIds);
  const signed = await listCaseDeals(db, leadIds, opportunityIds);
  return assemble(leadRows, opportunityRows, log, signed, signedAt);
}

async function listRecords(db: TeamDb, ids: CaseIds, { locked }: { readonly locked: boolean }) {
  const parents = await db.tx
    .select({ leadId: opportunities.leadId })
    .from(opportunities)
    .where(db.where(opportunities, idsIn(opportunities.id, ids.opportunityIds)));
  const leadIds = [...ids.leadIds, ...parents.flatMap(({ leadId }) => (leadId ? [leadId] : []))];
  const leadQuery = db.tx
    .select({ id: leads.id })
    .from(leads)
    .where(db.where(leads, idsIn(leads.id, leadIds)))
    .orderBy(asc(leads.id));
  const leadRows = await (locked ? leadQuery.for("update") : leadQuery);
  const opportunityQuery = db.tx
    .select({ id: opportunities.id, leadId: opportunities.leadId })
    .from(opportunities)
    .where(
      db.where(opportunities, or(idsIn(opportunities.leadId, leadIds), idsIn(opportunities.id, ids.opportunityIds))),
    )
    .orderBy(asc(opportunities.id));
  const opportunityRows = await (locked ? opportunityQuery.for("update") : opportunityQuery);
  return { leadIds, leadRows, opportunityRows };
}

type DealRow = Awaited<ReturnType<typeof listCaseDeals>>[number];
type OpportunityRow = { readonly id: OpportunityId; readonly leadId: LeadId | null };

function assemble(
  leadRows: readonly { readonly id: LeadId }[],
  opportunityRows: readonly OpportunityRow[],
  log: readonly Transition[],
  signed: readonly DealRow[],
  signedAt: SignedAt,
): ReadonlyMap<CaseKey, Case> {
  const leadLog = groupBy(
    log.filter((row) => row.subject === "lead"),
    (row) => row.leadId,
  );
  const opportunityLog = groupBy(
    log.filter((row) => row.subject === "opportunity"),
    (row) => row.opportunityId,
  );
  const opportunitiesOf = groupBy(opportunityRows, (row) => row.leadId);
  const dealsOf = groupBy(signed, (deal) => deal.leadId ?? deal.opportunityId);
  const caseOf = (key: CaseKey, lead: LeadId | null, own: readonly OpportunityRow[]): Case => ({
    lead: lead ? { id: lead, rows: leadLog.get(lead) ?? [] } : null,
    opportunities: own.map(({ id }) => ({ id, rows: opportunityLog.get(id) ?? [] })),
    deals: (dealsOf.get(key) ?? []).map((deal) => ({
      id: deal.id,
      opportunityId: deal.opportunityId,
      signed: signedAt(deal.signedOn),
      voided: deal.voidedAt !== null,
      batchId: deal.batchId,
    })),
  });
  const cases = new Map<CaseKey, Case>();
  for (const { id } of leadRows) cases.set(id, caseOf(id, id, opportunitiesOf.get(id) ?? []));
  for (const row of opportunityRows) if (row.leadId === null) cases.set(row.id, caseOf(row.id, null, [row]));
  return cases;
}

async function listCaseDeals(db: TeamDb, leadIds: readonly LeadId[], opportunityIds: readonly OpportunityId[]) {
  return db.tx
    .select({
      id: deals.id,
      leadId: deals.leadId,
      opportunityId: deals.opportunityId,
      signedOn: deals.signedOn,
      voidedAt: deals.voidedAt,
      batchId: deals.batchId,
    })
    .from(deals)
    .where(db.where(deals, or(idsIn(deals.leadId, leadIds), idsIn(deals.opportunityId, opportunityIds))))
    .orderBy(asc(deals.id));
}

/** Whole logs of these records, in the order of recording. */
export async function listLog(
  db: TeamDb,
  leadIds: readonly LeadId[],
  opportunityIds: readonly OpportunityId[],
): Promise<readonly Transition[]> {
  const t = stageTransitions;
  return db.tx
    .select({
      id: t.id,
      subject: t.subject,
      leadId: t.leadId,
      opportunityId: t.opportunityId,
      fromStageId: t.fromStageId,
      fromKind: t.fromKind,
      toStageId: t.toStageId,
      toKind: t.toKind,
      channelId: t.channelId,
      campaignId: t.campaignId,
      ownerId: t.ownerId,
      lostReasonId: t.lostReasonId,
      excludedAs: t.excludedAs,
      occurredAt: t.occurredAt,
      occurredOn: t.occurredOn,
      dateOnly: t.dateOnly,
      undoesId: t.undoesId,
      causeId: t.causeId,
      fault: t.fault,
      batchId: t.batchId,
    })
    .from(t)
    .where(db.where(t, or(idsIn(t.leadId, leadIds), idsIn(t.opportunityId, opportunityIds))))
    .orderBy(asc(t.seq));
}
