import { leadCache, opportunityCache } from "@/db/mutations/record-cases";
import { listCachedLeads, listCachedOpportunities, listLeadlessOpportunities } from "@/db/queries/cached-states";
import { type CaseKey, readCases } from "@/db/queries/cases";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { type Case, stateOf } from "@/lib/domain/pipeline/case";
import { NEVER_TOLD } from "@/lib/domain/pipeline/when";

/** A record that does not say what replaying its log gives. */
export interface CacheFault {
  readonly subject: "lead" | "opportunity";
  readonly id: string;
  readonly fields: readonly string[];
}

const RECORDS_PER_READ = 1000;

/** Replays the log of every record of a team and compares it with what the record says. */
export async function checkCaches(db: TeamDb): Promise<readonly CacheFault[]> {
  return [...(await checkLeads(db)), ...(await checkLeadless(db))];
}

async function checkLeads(db: TeamDb): Promise<readonly CacheFault[]> {
  const faults: CacheFault[] = [];
  for (let after: LeadId | null = null; ;) {
    const page: Awaited<ReturnType<typeof listCachedLeads>> = await listCachedLeads(db, after, RECORDS_PER_READ);
    const last = page.at(-1);
    if (!last) return faults;
    after = last.id;
    const cases = await casesOf(db, { leadIds: page.map(({ id }) => id), opportunityIds: [] });
    for (const { id, ...cached } of page) {
      const file = cases.get(id);
      const fields = differing(cached, leadCache(file ? stateOf(file).lead : null));
      if (fields.length > 0) faults.push({ subject: "lead", id, fields });
    }
    faults.push(...(await checkOpportunities(db, [...cases.values()])));
  }
}

async function checkLeadless(db: TeamDb): Promise<readonly CacheFault[]> {
  const faults: CacheFault[] = [];
  for (let after: OpportunityId | null = null; ;) {
    const page: readonly { readonly id: OpportunityId }[] = await listLeadlessOpportunities(
      db,
      after,
      RECORDS_PER_READ,
    );
    const last = page.at(-1);
    if (!last) return faults;
    after = last.id;
    const cases = await casesOf(db, { leadIds: [], opportunityIds: page.map(({ id }) => id) });
    faults.push(...(await checkOpportunities(db, [...cases.values()])));
  }
}

async function checkOpportunities(db: TeamDb, cases: readonly Case[]): Promise<readonly CacheFault[]> {
  const replayed = new Map(
    cases.flatMap((file) => {
      const { lead, opportunities } = stateOf(file);
      return file.opportunities.map(({ id }) => [id, opportunityCache(opportunities.get(id) ?? null, lead)] as const);
    }),
  );
  const rows = await listCachedOpportunities(db, [...replayed.keys()]);
  return rows.flatMap(({ id, ...cached }) => {
    const fields = differing(cached, replayed.get(id) ?? opportunityCache(null, null));
    return fields.length === 0 ? [] : [{ subject: "opportunity" as const, id, fields }];
  });
}

/** When deals were signed is no part of what the log says, so no zone is needed here. */
async function casesOf(
  db: TeamDb,
  ids: { readonly leadIds: readonly LeadId[]; readonly opportunityIds: readonly OpportunityId[] },
): Promise<ReadonlyMap<CaseKey, Case>> {
  return readCases(db, ids, () => NEVER_TOLD);
}

function differing<C extends object>(cached: C, replayed: C): readonly string[] {
  const wanted = new Map(Object.entries(replayed));
  return Object.entries(cached)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(wanted.get(name)))
    .map(([name]) => name);
}
