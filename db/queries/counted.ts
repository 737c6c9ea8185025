import { and, eq, exists, inArray, isNotNull, not, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { importBatches } from "@/db/schema/imports";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadsCounted, OpportunitiesCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import { factsOf, type Past } from "./facts";
import { oneOf } from "./ids-in";
import { leadTallies } from "./lead-tallies";
import { opportunityTallies } from "./opportunity-tallies";

/** A report's question, and whether sample data is left out because the team has records of its own. */
export interface CountingQuery extends ReportQuery {
  readonly leavesSamplesOut: boolean;
  /** Absent: the records as they are now. */
  readonly past?: Past;
}

/**
 * What one count counts, without filters. `day` is the local day that places it in a period and in a month; without one it
 * counts whatever the period.
 */
export interface Tally {
  readonly is: SQL;
  readonly day: PgColumn | SQL | null;
}

/** Exactly the leads that the count at this path counts, for lists. The counts are made of the same tallies. */
export function leadsCounted(db: TeamDb, counted: LeadsCounted, query: CountingQuery): SQL {
  return listed(db, leads, query, countedOf(db, leads, query, leadTallies(query)[counted]));
}

/** Exactly the opportunities that the count at this path counts. */
export function opportunitiesCounted(db: TeamDb, counted: OpportunitiesCounted, query: CountingQuery): SQL {
  const tally = opportunityTallies(query)[counted];
  return listed(db, opportunities, query, countedOf(db, opportunities, query, tally));
}

/** The same among the facts that are counted. */
export function countedOf(db: TeamDb, table: Table, query: CountingQuery, tally: Tally | null): SQL {
  return tally ? every(asked(db, table, query), tallied(tally, query.period)) : NONE;
}

/** Lists are of the records as they are now, whatever the facts are of. */
function listed(db: TeamDb, table: Table, { past }: CountingQuery, condition: SQL): SQL {
  if (past === undefined) return condition;
  const counted = factsOf(db, past).select({ id: table.id }).from(table).where(db.where(table, condition));
  return inArray(table.id, counted);
}

type Table = typeof leads | typeof opportunities;

/** What says which records are asked for, whatever of them is counted. */
export type RecordsAsked = Pick<CountingQuery, "channels" | "campaigns" | "owners" | "past" | "leavesSamplesOut">;

/** The records that are there and that the filters let through, whatever the period. */
export function asked(db: TeamDb, table: Table, query: RecordsAsked): SQL {
  return every(
    isNotNull(table.kind), // null: its coming in has been undone
    oneOf(table.creditedChannelId, query.channels),
    oneOf(table.creditedCampaignId, query.campaigns),
    oneOf(table.creditedOwnerId, query.owners),
    query.past === undefined ? undefined : sql`${table}.is_of_age`,
    query.leavesSamplesOut ? not(isOfSamples(db, table)) : undefined,
  );
}

/** What counts in the period; in everything, what has no date counts too. */
export function tallied({ is, day }: Tally, period: Period | null): SQL {
  return day === null || period === null ? is : every(is, sql`${day} >= ${period.from}`, sql`${day} < ${period.to}`);
}

/** Whether a record came with sample data. */
export function isOfSamples(db: TeamDb, { batchId }: typeof leads | typeof opportunities): SQL {
  const batch = db.tx
    .select({ one: sql`1` })
    .from(importBatches)
    .where(db.where(importBatches, eq(importBatches.id, batchId), eq(importBatches.sample, true)));
  return exists(batch);
}

export function every(...conditions: readonly (SQL | undefined)[]): SQL {
  return and(...conditions) ?? NONE;
}

const NONE = sql`false`;
