import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { type Case, stateOf } from "@/lib/domain/pipeline/case";
import type { LeadState, OpportunityState } from "@/lib/domain/pipeline/replay";
import type { Transition } from "@/lib/domain/pipeline/transition";
import { type Activity, appendLog, type Writer } from "./append-log";
import { eachOf, insertRows, updateRows } from "./bulk-rows";
import { HeldRows } from "./held-rows";

type LeadInsert = typeof leads.$inferInsert;
type OpportunityInsert = typeof opportunities.$inferInsert;
type DealInsert = typeof deals.$inferInsert;

/** The facts of a new lead that its log does not hold. */
export type NewLead = Required<
  Pick<
    LeadInsert,
    | "id"
    | "externalId"
    | "name"
    | "nameNorm"
    | "company"
    | "email"
    | "phone"
    | "note"
    | "expectedMinor"
    | "currency"
    | "batchId"
  >
>;
export type NewOpportunity = Required<
  Pick<
    OpportunityInsert,
    "id" | "externalId" | "leadId" | "name" | "nameNorm" | "note" | "expectedMinor" | "currency" | "batchId"
  >
>;
export type NewDeal = Required<
  Pick<
    DealInsert,
    | "id"
    | "externalId"
    | "opportunityId"
    | "leadId"
    | "kind"
    | "amountMinor"
    | "currency"
    | "termMonths"
    | "signedOn"
    | "batchId"
  >
>;

/** One case as it is afterwards, and the rows that brought it there. */
export interface CaseChange {
  readonly after: Case;
  readonly rows: readonly Transition[];
  readonly voids: readonly DealId[];
}

type LeadCache = ReturnType<typeof leadCache>;
type OpportunityCache = ReturnType<typeof opportunityCache>;

export interface RecordChanges {
  readonly leads?: readonly NewLead[];
  readonly opportunities?: readonly NewOpportunity[];
  readonly deals?: readonly NewDeal[];
  readonly cases: readonly CaseChange[];
  /** Of these leads the version counts up though none of their rows is new: somebody worked on what the other saw. */
  readonly workedOn?: readonly LeadId[];
}

export interface CaseChanges extends RecordChanges {
  readonly activities?: readonly Activity[];
}

/**
 * The one way in which stages and dates are written: new records, the log's rows, and on every record touched the cache that
 * replaying its whole log gives. Cases must have been locked by `lockCases`, or be new.
 */
export async function recordCases(db: TeamDb, writer: Writer, changes: CaseChanges): Promise<void> {
  const recording = openRecording(db, writer);
  await recording.add(changes);
  await recording.end(changes.activities);
}

/**
 * The same for changes that come part by part; all their cases must have been locked by `lockRecords` before the first, or be
 * new. The log is written at the end, for its lock comes after all others and holds up everybody who writes in the team.
 */
export function openRecording(db: TeamDb, writer: Writer) {
  const transitions = new HeldRows();
  return {
    async add(changes: RecordChanges): Promise<void> {
      const caches = cachesOf(changes.cases);
      await insertNew(db, changes, caches);
      await updateTouched(db, changes, caches);
      const voids = changes.cases.flatMap((change) => change.voids);
      await updateRows(
        db,
        deals,
        voids.map((id) => ({ id, voidedAt: writer.now })),
      );
      transitions.add(changes.cases.flatMap((change) => change.rows));
    },
    async end(activities: readonly Activity[] = []): Promise<void> {
      await appendLog(db, writer, { ...(transitions.isEmpty ? {} : { transitions }), activities });
    },
  };
}

type Caches = ReturnType<typeof cachesOf>;

function cachesOf(cases: readonly CaseChange[]) {
  const ofLeads = new Map<LeadId, LeadCache>();
  const ofOpportunities = new Map<OpportunityId, OpportunityCache>();
  for (const { after } of cases) {
    const state = stateOf(after);
    if (after.lead) ofLeads.set(after.lead.id, leadCache(state.lead));
    for (const { id } of after.opportunities) {
      ofOpportunities.set(id, opportunityCache(state.opportunities.get(id) ?? null, state.lead));
    }
  }
  return { ofLeads, ofOpportunities };
}

async function insertNew(db: TeamDb, changes: RecordChanges, { ofLeads, ofOpportunities }: Caches): Promise<void> {
  await insertRows(
    db,
    leads,
    eachOf(changes.leads ?? [], (lead) => ({ ...lead, ...ofLeads.get(lead.id) })),
  );
  await insertRows(
    db,
    opportunities,
    eachOf(changes.opportunities ?? [], (one) => ({ ...one, ...ofOpportunities.get(one.id) })),
  );
  await insertRows(db, deals, changes.deals ?? []);
}

/** A record that did not move itself, only what stands beside it, keeps its version: nobody who is editing it needs to be told. */
async function updateTouched(db: TeamDb, changes: RecordChanges, { ofLeads, ofOpportunities }: Caches): Promise<void> {
  const newLeads = new Set(changes.leads?.map(({ id }) => id));
  const newOpportunities = new Set(changes.opportunities?.map(({ id }) => id));
  const movedLeads = idsOf(changes, (row) => (row.subject === "lead" ? row.leadId : null));
  const moved = new Set([...movedLeads, ...(changes.workedOn ?? [])]);
  const behind = idsOf(changes, (row) => (row.subject === "opportunity" ? row.leadId : null));
  const onlyBehind = new Set([...behind].filter((id) => !moved.has(id)));
  const touched = idsOf(changes, (row) => row.opportunityId);
  await updateRows(db, leads, cacheUpdates(ofLeads, moved, newLeads));
  await updateRows(db, leads, cacheUpdates(ofLeads, onlyBehind, newLeads), { versionStep: 0 });
  await updateRows(db, opportunities, cacheUpdates(ofOpportunities, touched, newOpportunities));
  const beside = changes.cases.flatMap(({ after, rows }) => (rows.some(isOfLead) ? after.opportunities : []));
  const onlyBeside = new Set(beside.flatMap(({ id }) => (touched.has(id) ? [] : [id])));
  await updateRows(db, opportunities, cacheUpdates(ofOpportunities, onlyBeside, newOpportunities), { versionStep: 0 });
}

function isOfLead({ subject }: Transition): boolean {
  return subject === "lead";
}

function idsOf<K extends string>(changes: RecordChanges, idOf: (row: Transition) => K | null): ReadonlySet<K> {
  return new Set(changes.cases.flatMap(({ rows }) => rows.map(idOf)).filter((id) => id !== null));
}

function cacheUpdates<K extends string, C extends object>(
  caches: ReadonlyMap<K, C>,
  ids: ReadonlySet<K>,
  fresh: ReadonlySet<K>,
): (C & { id: K })[] {
  return [...caches].flatMap(([id, cache]) => (ids.has(id) && !fresh.has(id) ? [{ id, ...cache }] : []));
}

export function leadCache(state: LeadState | null) {
  return {
    stageId: state?.stageId ?? null,
    kind: state?.kind ?? null,
    stageSince: state?.stageSince ?? null,
    excludedAs: state?.excludedAs ?? null,
    channelId: state?.channelId ?? null,
    campaignId: state?.campaignId ?? null,
    ownerId: state?.ownerId ?? null,
    creditedChannelId: state?.credited.channelId ?? null,
    creditedCampaignId: state?.credited.campaignId ?? null,
    creditedOwnerId: state?.credited.ownerId ?? null,
    cameInAt: state?.cameIn.occurredAt ?? null,
    cameInDay: state?.cameIn.occurredOn ?? null,
    qualified: state?.qualified ?? false,
    qualifiedAt: state?.qualifiedWhen?.occurredAt ?? null,
    qualifiedDay: state?.qualifiedWhen?.occurredOn ?? null,
    decidedAt: state?.decided?.occurredAt ?? null,
    decidedDay: state?.decided?.occurredOn ?? null,
    opportunityKind: state?.opportunityKind ?? null,
    fault: state?.fault ?? false,
  };
}

export function opportunityCache(state: OpportunityState | null, lead: LeadState | null) {
  return {
    withoutLead: lead === null || lead.kind === "excluded",
    stageId: state?.stageId ?? null,
    kind: state?.kind ?? null,
    stageSince: state?.stageSince ?? null,
    channelId: state?.channelId ?? null,
    campaignId: state?.campaignId ?? null,
    ownerId: state?.ownerId ?? null,
    creditedChannelId: state?.credited.channelId ?? null,
    creditedCampaignId: state?.credited.campaignId ?? null,
    creditedOwnerId: state?.credited.ownerId ?? null,
    openedAt: state?.opened.occurredAt ?? null,
    openedDay: state?.opened.occurredOn ?? null,
    closedAt: state?.closed?.occurredAt ?? null,
    closedDay: state?.closed?.occurredOn ?? null,
    lostReasonId: state?.lostReasonId ?? null,
    fault: state?.fault ?? false,
  };
}
