import { findImportBatch, findImportContent, listRejectedRows } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { openCsv, ROWS_MAX } from "@/lib/csv/read-csv";
import { AppError } from "@/lib/domain/errors";
import type { ImportBatchId } from "@/lib/domain/ids";
import { ALL_IMPORT_FIELDS, type ImportField } from "@/lib/domain/import/fields";
import { CELL_CODES, ROW_CODES, type RowCode } from "@/lib/domain/import/row-codes";
import { makePlan, openBatchTable, type PartOfPlan } from "./make-plan";

export interface RejectedRows {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly RejectedRow[];
}

interface RejectedRow {
  readonly cells: readonly string[];
  readonly errors: readonly { readonly column: ImportField | ""; readonly code: RowCode }[];
}

/** The rows that an import leaves out: before it is applied as the plan says, afterwards as was recorded. */
export async function listRejects(ctx: TeamContext, id: ImportBatchId): Promise<RejectedRows> {
  const batch = await findImportBatch(ctx.db, id);
  if (batch === null) throw new AppError("not-found");
  if (batch.state === "applied") return listKept(ctx, id, batch.fileName);
  const table = await openBatchTable(ctx, batch);
  const rows: RejectedRow[] = [];
  const take = (part: PartOfPlan) => {
    for (const [at, { outcome, errors }] of part.rows.entries()) {
      if (outcome === "rejected") rows.push({ cells: part.records[at]?.cells ?? [], errors });
    }
  };
  await makePlan(ctx, batch, table, { locked: false, take });
  return { fileName: batch.fileName, header: table.header, rows };
}

/** After applying, exactly these rows are kept, in the order of their lines. */
async function listKept(ctx: TeamContext, id: ImportBatchId, fileName: string): Promise<RejectedRows> {
  const content = await findImportContent(ctx.db, id);
  if (content === null) throw new AppError("not-found");
  const { header, records } = await openCsv(content, ";");
  const recorded = await listRejectedRows(ctx.db, id, ROWS_MAX);
  const rows: RejectedRow[] = [];
  for await (const some of records()) {
    for (const { cells } of some) rows.push({ cells, errors: (recorded[rows.length]?.errors ?? []).map(told) });
  }
  return { fileName, header, rows };
}

function told({ column, code }: { readonly column: string; readonly code: string }) {
  return {
    column: ALL_IMPORT_FIELDS.find((one) => one === column) ?? ("" as const),
    code: [...ROW_CODES, ...CELL_CODES].find((one) => one === code) ?? ("text" as const),
  };
}
