import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { findImportContent, type ImportBatch, listSeenFingerprints } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { DELIMITERS, type Delimiter } from "@/lib/csv/find-delimiter";
import { type CsvTable, readCsv } from "@/lib/csv/read-csv";
import { AppError } from "@/lib/domain/errors";
import { DATE_FIELDS } from "@/lib/domain/import/fields";
import { type FileRow, type ImportPlan, planImport } from "@/lib/domain/import/plan";
import { readRow, type RowReading } from "@/lib/domain/import/read-row";
import { localDate } from "@/lib/domain/period";
import { loadKnown } from "./load-known";
import { loadPlanTools } from "./plan-tools";

// The server answers others in between.
const ROWS_AT_ONCE = 500;

/** The batch's file as a table; refused when it no longer is one, as with another delimiter. */
export async function readBatchTable(ctx: TeamContext, batch: ImportBatch): Promise<CsvTable> {
  const content = await findImportContent(ctx.db, batch.id);
  if (content === null) throw new AppError("import-changed");
  const read = readCsv(content, asDelimiter(batch.delimiter));
  if (read.kind === "refused") throw new AppError("file-refused", { reason: read.code, ...lineOf(read) });
  return read;
}

/** A batch as its plan needs it. */
export type BatchToPlan = Pick<ImportBatch, "id" | "kind" | "mapping">;

/** What the import would do now. With `locked` the records that it would change stay as they are until the transaction ends. */
export async function makePlan(
  ctx: TeamContext,
  batch: BatchToPlan,
  table: CsvTable,
  options: { readonly locked: boolean; readonly onRows?: (done: number) => Promise<void> },
): Promise<ImportPlan> {
  const rows = await readRows(ctx, batch, table);
  const { seen, known } = await loadSeenAndKnown(ctx, batch, rows, options);
  const planner = planImport(batch.kind, known, seen, await loadPlanTools(ctx, batch.id, batch.mapping));
  // The last line first, so that each row is let go as the plan takes it over: 200,000 are never held twice.
  rows.reverse();
  for (let at = 0, row = rows.pop(); row !== undefined; at += 1, row = rows.pop()) {
    planner.add(row);
    if (at % ROWS_AT_ONCE !== ROWS_AT_ONCE - 1) continue;
    await breathe();
    await options.onRows?.(at + 1);
  }
  return planner.end();
}

async function loadSeenAndKnown(
  ctx: TeamContext,
  { kind }: BatchToPlan,
  rows: readonly FileRow[],
  options: { readonly locked: boolean },
) {
  const readable = rows.filter(({ errors }) => errors.length === 0);
  const seen = await listSeenFingerprints(ctx.db, kind, [...new Set(readable.map((row) => row.fingerprint))]);
  const fresh = readable.filter(({ fingerprint }) => !seen.has(fingerprint)).map(({ values }) => values);
  return { seen, known: await loadKnown(ctx, kind, fresh, options) };
}

/** Whether the mapping says enough to read every cell that it uses. */
export function isReadable({ columns, dateFormat }: ImportBatch["mapping"]): boolean {
  const used = Object.keys(columns);
  const hasDates = DATE_FIELDS.some((field) => columns[field] !== undefined);
  return used.length > 0 && (dateFormat !== null || !hasDates);
}

async function readRows(ctx: TeamContext, batch: BatchToPlan, table: CsvTable): Promise<FileRow[]> {
  const { mapping, kind } = batch;
  if (!isReadable(mapping)) throw new AppError("import-changed");
  const reading: RowReading = {
    columns: mapping.columns,
    format: mapping.dateFormat ?? "yyyy-mm-dd",
    timesAre: mapping.timesAre ?? "as-written",
    zone: ctx.team.timeZone,
    numberFormat: mapping.numberFormat,
    currency: ctx.team.currency,
    today: localDate(ctx.team.timeZone, ctx.now),
  };
  const rows: FileRow[] = table.rejects.map(({ line, code }) => ({
    line,
    values: {},
    fingerprint: "",
    errors: [{ column: "", code, value: "" }],
  }));
  for (const [at, record] of table.records.entries()) {
    const { canonical, ...row } = readRow(kind, record, reading);
    rows.push({ ...row, fingerprint: createHash("sha256").update(canonical).digest("hex") });
    if (at % ROWS_AT_ONCE === 0) await breathe();
  }
  return rows.toSorted((a, b) => a.line - b.line);
}

export function asDelimiter(text: string): Delimiter {
  return DELIMITERS.find((one) => one === text) ?? ";";
}

function lineOf({ line }: { readonly line?: number }) {
  return line === undefined ? {} : { line };
}
