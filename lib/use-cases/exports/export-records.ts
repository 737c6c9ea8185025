import { countDeals } from "@/db/queries/deals";
import {
  type Asked,
  countLog,
  sliceDealsAsked,
  sliceLeadsAsked,
  sliceLog,
  sliceOpportunitiesAsked,
} from "@/db/queries/exports";
import { countLeads } from "@/db/queries/leads";
import { countOpportunities } from "@/db/queries/opportunities";
import type { TeamContext } from "@/lib/auth/team-context";
import { csvChunks } from "@/lib/csv/write-csv";
import type { DealsQuery } from "@/lib/domain/deals/deals-query";
import type { LeadsQuery } from "@/lib/domain/leads/leads-query";
import type { OpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import {
  DEAL_COLUMNS,
  type ExportColumn,
  LEAD_COLUMNS,
  OPPORTUNITY_COLUMNS,
  TRANSITION_COLUMNS,
} from "./export-columns";
import { loadNames } from "./export-names";

/** What is exported: a list under its own filters, or the whole log. */
export type ExportAsked =
  | ({ readonly dataset: "leads" } & Asked<LeadsQuery>)
  | ({ readonly dataset: "opportunities" } & Asked<OpportunitiesQuery>)
  | ({ readonly dataset: "deals" } & Asked<DealsQuery>)
  | { readonly dataset: "transitions" };

/** Notes in the activity log who takes which records out, and how many. Before the first row leaves, so that none does unnoted. */
export async function noteExport(ctx: TeamContext, asked: ExportAsked): Promise<number> {
  const rows = await countAsked(ctx, asked);
  await recordActivity(ctx, "records.exported", ["team", ctx.team.id], [asked.dataset, String(rows)]);
  return rows;
}

/** Writes the file piece by piece, waiting for the reader; all of one moment, since its door sees one. */
export async function exportRecords(
  ctx: TeamContext,
  asked: ExportAsked,
  write: (piece: string) => Promise<void>,
): Promise<void> {
  const { db } = ctx;
  switch (asked.dataset) {
    case "leads":
      return writeAll(ctx, LEAD_COLUMNS, (last) => sliceLeadsAsked(db, asked, last?.id ?? null), write);
    case "opportunities":
      return writeAll(ctx, OPPORTUNITY_COLUMNS, (last) => sliceOpportunitiesAsked(db, asked, last?.id ?? null), write);
    case "deals":
      return writeAll(ctx, DEAL_COLUMNS, (last) => sliceDealsAsked(db, asked, last?.id ?? null), write);
    case "transitions":
      return writeAll(ctx, TRANSITION_COLUMNS, (last) => sliceLog(db, last?.seq ?? null), write);
  }
}

async function writeAll<T>(
  { db }: TeamContext,
  columns: readonly ExportColumn<T>[],
  next: (last: T | undefined) => Promise<readonly T[]>,
  write: (piece: string) => Promise<void>,
): Promise<void> {
  const names = await loadNames(db);
  let isFirst = true;
  let rows = await next(undefined);
  while (isFirst || rows.length > 0) {
    const cells = rows.map((row) => columns.map((column) => column.cell(row, names)));
    for (const piece of csvChunks(columns, cells, { header: isFirst })) await write(piece);
    isFirst = false;
    rows = rows.length === 0 ? rows : await next(rows.at(-1));
  }
}

async function countAsked({ db }: TeamContext, asked: ExportAsked): Promise<number> {
  switch (asked.dataset) {
    case "leads":
      return countLeads(db, asked.query, asked.counted);
    case "opportunities":
      return countOpportunities(db, asked.query, asked.counted);
    case "deals":
      return countDeals(db, asked.query);
    case "transitions":
      return countLog(db);
  }
}
