import {
  listNamedIds,
  listDealsByExternalId,
  listDealsOf,
  listLeadsByExternalId,
  listOpportunitiesByExternalId,
  listOpportunitiesOfLeads,
} from "@/db/queries/by-external-id";
import { lockRecords, readCases } from "@/db/queries/cases";
import type { TeamContext } from "@/lib/auth/team-context";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import type { ImportableKind } from "@/lib/domain/import/batch";
import type { FileNames } from "@/lib/domain/import/file-names";
import type { KnownDeal, KnownLead, KnownOpportunity, KnownRecords } from "@/lib/domain/import/known";
import type { RowValues } from "@/lib/domain/import/read-row";
import { NEVER_TOLD, wholeDay } from "@/lib/domain/pipeline/when";

/** Keeps all records that a file names as they are, before any of them is read or written. */
export async function lockNamed({ db }: TeamContext, names: FileNames): Promise<void> {
  const ids = await listNamedIds(db, {
    leads: [...names.leads.keys()],
    opportunities: [...names.opportunities.keys()],
    deals: [...names.deals.keys()],
  });
  await lockRecords(db, ids);
}

/** The records that these rows name, with all that belongs to them. */
export async function loadKnown(
  ctx: TeamContext,
  kind: ImportableKind,
  values: readonly RowValues[],
): Promise<KnownRecords> {
  const { db } = ctx;
  const own = texts(values.map((one) => one.external_id));
  const named = await namedBy(ctx, kind, own, values);
  const leadIds = ids<LeadId>([...named.leads, ...named.parents]);
  const siblings = await listOpportunitiesOfLeads(db, leadIds);
  const opportunities = [...new Map([...named.opportunities, ...siblings].map((one) => [one.id, one])).values()];
  const opportunityIds = ids<OpportunityId>([...opportunities.map(({ id }) => id), ...named.orphans]);
  const ofThem = await listDealsOf(db, leadIds, opportunityIds);
  const deals = [...new Map([...named.deals, ...ofThem].map((one) => [one.id, one])).values()];
  const cases = await readCases(db, { leadIds, opportunityIds }, (day) =>
    day === null ? NEVER_TOLD : wholeDay(day, ctx.team.timeZone),
  );
  return {
    leads: named.leadRows.map(knownLead),
    opportunities: opportunities.map(knownOpportunity),
    deals: deals.map(knownDeal),
    cases,
  };
}

async function namedBy({ db }: TeamContext, kind: ImportableKind, own: readonly string[], rows: readonly RowValues[]) {
  const leadNames = kind === "leads" ? own : texts(rows.map((one) => one.lead_external_id));
  const opportunityNames = kind === "opportunities" ? own : texts(rows.map((one) => one.opportunity_external_id));
  const opportunities = await listOpportunitiesByExternalId(db, opportunityNames);
  const deals = kind === "deals" ? await listDealsByExternalId(db, own) : [];
  const parents = [...opportunities, ...deals].flatMap(({ leadId }) => (leadId ? [leadId] : []));
  // With their own names, by which a later row may come to the same case.
  const leadRows = await listLeadsByExternalId(db, texts([...leadNames, ...parents]));
  const orphans = deals.flatMap(({ opportunityId }) => (opportunityId ? [opportunityId] : []));
  return { leadRows, leads: leadRows.map(({ id }) => id), opportunities, deals, parents, orphans };
}

function texts(all: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(all.filter((text) => text !== undefined))];
}

function ids<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}

type LeadRow = Awaited<ReturnType<typeof listLeadsByExternalId>>[number];
type OpportunityRow = Awaited<ReturnType<typeof listOpportunitiesByExternalId>>[number];
type DealRow = Awaited<ReturnType<typeof listDealsByExternalId>>[number];

function knownLead({ id, batchId, erasedAt, ...facts }: LeadRow): KnownLead {
  return { id, facts, batchId, erased: erasedAt !== null };
}

function knownOpportunity({ id, leadId, batchId, erasedAt, ...facts }: OpportunityRow): KnownOpportunity {
  return { id, leadId, facts, batchId, erased: erasedAt !== null };
}

function knownDeal({ id, leadId, opportunityId, batchId, voidedAt, ...facts }: DealRow): KnownDeal {
  return { id, leadId, opportunityId, facts, batchId, voided: voidedAt !== null };
}
