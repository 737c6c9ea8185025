import { or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { asId, type Id, type LeadId, type OpportunityId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { idsIn } from "./ids-in";
import { inChunks, textIn } from "./imports";

/** The leads that a file names, with the facts that an import may change. */
export async function listLeadsByExternalId(db: TeamDb, externalIds: readonly string[]) {
  return inChunks(externalIds, (chunk) =>
    db.tx
      .select({
        id: leads.id,
        externalId: leads.externalId,
        name: leads.name,
        nameNorm: leads.nameNorm,
        company: leads.company,
        email: leads.email,
        phone: leads.phone,
        note: leads.note,
        expectedMinor: leads.expectedMinor,
        currency: leads.currency,
        batchId: leads.batchId,
        erasedAt: leads.erasedAt,
      })
      .from(leads)
      .where(db.where(leads, namedIn(leads, chunk))),
  );
}

const OPPORTUNITY = {
  id: opportunities.id,
  leadId: opportunities.leadId,
  externalId: opportunities.externalId,
  name: opportunities.name,
  nameNorm: opportunities.nameNorm,
  note: opportunities.note,
  expectedMinor: opportunities.expectedMinor,
  currency: opportunities.currency,
  batchId: opportunities.batchId,
  erasedAt: opportunities.erasedAt,
};

/** The opportunities that a file names. */
export async function listOpportunitiesByExternalId(db: TeamDb, externalIds: readonly string[]) {
  return inChunks(externalIds, (chunk) =>
    db.tx
      .select(OPPORTUNITY)
      .from(opportunities)
      .where(db.where(opportunities, namedIn(opportunities, chunk))),
  );
}

/** All opportunities of these leads. */
export async function listOpportunitiesOfLeads(db: TeamDb, leadIds: readonly LeadId[]) {
  return byIds(opportunities.leadId, leadIds, (isOne) =>
    db.tx.select(OPPORTUNITY).from(opportunities).where(db.where(opportunities, isOne)),
  );
}

const DEAL = {
  id: deals.id,
  leadId: deals.leadId,
  opportunityId: deals.opportunityId,
  externalId: deals.externalId,
  kind: deals.kind,
  amountMinor: deals.amountMinor,
  currency: deals.currency,
  termMonths: deals.termMonths,
  signedOn: deals.signedOn,
  voidedAt: deals.voidedAt,
  batchId: deals.batchId,
};

export async function listDealsByExternalId(db: TeamDb, externalIds: readonly string[]) {
  return inChunks(externalIds, (chunk) =>
    db.tx
      .select(DEAL)
      .from(deals)
      .where(db.where(deals, namedIn(deals, chunk))),
  );
}

/** All deals of these leads and opportunities, each once. */
export async function listDealsOf(db: TeamDb, leadIds: readonly LeadId[], opportunityIds: readonly OpportunityId[]) {
  const ids = [...leadIds, ...opportunityIds];
  const found = await inChunks(ids, (chunk) => {
    const wanted = new Set(chunk);
    const isOne = or(
      idsIn(
        deals.leadId,
        leadIds.filter((id) => wanted.has(id)),
      ),
      idsIn(
        deals.opportunityId,
        opportunityIds.filter((id) => wanted.has(id)),
      ),
    );
    return db.tx.select(DEAL).from(deals).where(db.where(deals, isOne));
  });
  return [...new Map(found.map((deal) => [deal.id, deal])).values()];
}

/** The records that a file names, by what their cases are found by. */
export async function listNamedIds(
  db: TeamDb,
  names: Readonly<Record<"leads" | "opportunities" | "deals", readonly string[]>>,
) {
  const ofLeads = await inChunks(names.leads, (chunk) =>
    db.tx
      .select({ leadId: leads.id, opportunityId: sql<null>`null` })
      .from(leads)
      .where(db.where(leads, namedIn(leads, chunk))),
  );
  const ofOpportunities = await inChunks(names.opportunities, (chunk) =>
    db.tx
      .select({ leadId: opportunities.leadId, opportunityId: opportunities.id })
      .from(opportunities)
      .where(db.where(opportunities, namedIn(opportunities, chunk))),
  );
  const ofDeals = await inChunks(names.deals, (chunk) =>
    db.tx
      .select({ leadId: deals.leadId, opportunityId: deals.opportunityId })
      .from(deals)
      .where(db.where(deals, namedIn(deals, chunk))),
  );
  const all = [...ofLeads, ...ofOpportunities, ...ofDeals];
  return {
    leadIds: [...new Set(all.flatMap(({ leadId }) => leadId ?? []))],
    opportunityIds: [...new Set(all.flatMap(({ opportunityId }) => opportunityId ?? []))],
  };
}

/** By the name that a file gives them; our own export calls a record without one by its id. */
function namedIn(table: typeof leads | typeof opportunities | typeof deals, names: readonly string[]) {
  const ids = names.flatMap((name) => {
    const id = parseUuid(name);
    return id.ok ? [asId<Id<string>>(id.value)] : [];
  });
  return or(textIn(table.externalId, names), ids.length === 0 ? undefined : idsIn(table.id, ids));
}

async function byIds<T>(
  column: PgColumn,
  ids: readonly LeadId[],
  query: (isOne: ReturnType<typeof idsIn>) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  return inChunks(ids, (chunk) => {
    const wanted = new Set(chunk);
    return query(
      idsIn(
        column,
        ids.filter((id) => wanted.has(id)),
      ),
    );
  });
}
