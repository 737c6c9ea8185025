import { and, eq, exists, isNotNull, not, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { importBatches } from "@/db/schema/imports";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadsCounted, OpportunitiesCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import { oneOf } from "./ids-in";
import { leadTallies } from "./lead-tallies";
import { opportunityTallies } from "./opportunity-tallies";

/** A report's question, and whether sample data is left out because the team has records of its own. */
export interface CountingQuery extends ReportQuery {
  readonly leavesSamplesOut: boolean;
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
  const tally = leadTallies(query)[counted];
  return tally ? every(asked(db, leads, query), tallied(tally, query.period)) : NONE;
}

/** Exactly the opportunities that the count at this path counts. */
export function opportunitiesCounted(db: TeamDb, counted: OpportunitiesCounted, query: CountingQuery): SQL {
  const tally = opportunityTallies(db, query)[counted];
  return tally ? every(asked(db, opportunities, query), tallied(tally, query.period)) : NONE;
}

/** The records that are there and that the filters let through, whatever the period. */
export function asked(db: TeamDb, table: typeof leads | typeof opportunities, query: CountingQuery): SQL {
  return every(
    isNotNull(table.kind), // null: its coming in has been undone
    oneOf(table.channelId, query.channels),
    oneOf(table.campaignId, query.campaigns),
    oneOf(table.creditedOwnerId, query.owners),
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
