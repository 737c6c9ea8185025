import { type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadsCounted, OpportunitiesCounted } from "@/lib/domain/metrics/counted";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import type { Basis, Parts } from "@/lib/domain/metrics/parts";
import { isPart } from "./count-cells";
import { asked, type CountingQuery, type Tally, tallied } from "./counted";
import { factsOf } from "./facts";
import { groupKey, isByTime } from "./group-key";
import { leadTallies } from "./lead-tallies";
import { opportunityTallies } from "./opportunity-tallies";

/** The parts of one group; the key is an id or a month, quarter or week, `null` for the unattributed and what has none. */
export interface CountedRow {
  readonly key: string | null;
  readonly parts: Parts;
}

/**
 * The parts of all records asked for, in groups that no two share a record of: together they are the whole. A group in which
 * nothing counts is left out, but not the whole itself.
 */
export async function countParts(db: TeamDb, query: CountingQuery, by: Grouping): Promise<readonly CountedRow[]> {
  const ofLeads = await countTable(db, leads, { query, by, tallies: leadTallies(query) });
  const ofOpportunities = await countTable(db, opportunities, { query, by, tallies: opportunityTallies(query) });
  const keys = new Set([...ofLeads.keys(), ...ofOpportunities.keys(), ...(by === "none" ? [null] : [])]);
  return [...keys].map((key) => {
    const counts = { ...ofLeads.get(key), ...ofOpportunities.get(key) };
    return { key, parts: partsOf((path) => counts[path] ?? 0, query.basis) };
  });
}

/** A group in which nothing counts. */
export function noParts({ basis }: Pick<CountingQuery, "basis">): Parts {
  return partsOf(() => 0, basis);
}

type Table = typeof leads | typeof opportunities;
type Path = LeadsCounted | OpportunitiesCounted | "notAFitUnqualified";
type Tallies = Readonly<Partial<Record<Path, Tally | null>>>;
type Counts = Readonly<Partial<Record<Path, number>>>;

interface Counting {
  readonly query: CountingQuery;
  readonly by: Grouping;
  readonly tallies: Tallies;
}

async function countTable(db: TeamDb, table: Table, { query, by, tallies }: Counting) {
  const groups = new Map<string | null, Counts>();
  const parts = Object.entries(tallies).flatMap(([path, tally]) =>
    tally && isPart(path) ? [[path, tally] as const] : [],
  );
  for (const { key, of } of groupsOf(table, by, parts)) {
    const counts = Object.fromEntries(of.map(([path, tally]) => [path, countOf(tally, query)]));
    const rows = await factsOf(db, query.past)
      .select({ group: key, counts })
      .from(table)
      .where(db.where(table, asked(db, table, query)))
      .groupBy(key);
    for (const row of rows) {
      const counted = Object.values(row.counts).some((count) => count > 0);
      if (counted) groups.set(row.group, { ...groups.get(row.group), ...row.counts });
    }
  }
  return groups;
}

type Named = readonly (readonly [path: string, tally: Tally])[];

/** What to group by, and the counts that can be asked of at once: by time that is each count's own day. */
function groupsOf(
  table: Table,
  by: Grouping,
  all: Named,
): readonly { readonly key: SQL<string | null>; readonly of: Named }[] {
  if (!isByTime(by)) return [{ key: groupKey(table, by, null), of: all }];
  return [...new Set(all.map(([, tally]) => tally.day))].map((day) => ({
    key: groupKey(table, by, day),
    of: all.filter(([, tally]) => tally.day === day),
  }));
}

function countOf(tally: Tally, { period }: CountingQuery): SQL<number> {
  return sql<number>`count(*) filter (where ${tallied(tally, period)})`.mapWith(Number);
}

/** The parts by their counts; what its basis has none of is `null`. */
export function partsOf(count: (path: Path) => number, basis: Basis): Parts {
  const ofCohort = (path: Path) => (basis === "start" ? count(path) : null);
  return {
    leads: {
      total: ofCohort("leads.total"),
      open: ofCohort("leads.open"),
      notAFit: count("leads.notAFit"),
      direct: count("leads.direct"),
      qualified: count("leads.qualified"),
      qualifiedOpen: ofCohort("leads.qualifiedOpen"),
      qualifiedLost: ofCohort("leads.qualifiedLost"),
      waiting: count("leads.waiting"),
      customers: count("leads.customers"),
      excluded: count("leads.excluded"),
      faulty: count("leads.faulty"),
      undated: count("leads.undated"),
    },
    opportunities: {
      total: ofCohort("opportunities.total"),
      open: ofCohort("opportunities.open"),
      won: count("opportunities.won"),
      lost: count("opportunities.lost"),
      withoutLead: count("opportunities.withoutLead"),
      faulty: count("opportunities.faulty"),
      undated: count("opportunities.undated"),
    },
    notAFitUnqualified: count("notAFitUnqualified"),
  };
}
