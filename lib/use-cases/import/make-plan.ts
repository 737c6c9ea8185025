import { setImmediate as breathe } from "node:timers/promises";
import { findImportContent, type ImportBatch, listSeenFingerprints } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { DELIMITERS, type Delimiter } from "@/lib/csv/find-delimiter";
import { type CsvRecord, type CsvTable, openCsv } from "@/lib/csv/read-csv";
import { AppError } from "@/lib/domain/errors";
import { DATE_FIELDS } from "@/lib/domain/import/fields";
import { type FileNames, gatherNames } from "@/lib/domain/import/file-names";
import { type FileRow, type ImportSummary, type PlannedPart, planImport } from "@/lib/domain/import/plan";
import { loadKnown, lockNamed } from "./load-known";
import { loadPlanTools } from "./plan-tools";
import { readFileRow, readingOf } from "./read-file-row";

// What is held of a file and its plan at once; the server answers others in between.
const ROWS_PER_PART = 1000;

/** The batch's file as a table; refused when it no longer is one, as with another delimiter. */
export async function openBatchTable(ctx: TeamContext, batch: ImportBatch): Promise<CsvTable> {
  const content = await findImportContent(ctx.db, batch.id);
  if (content === null) throw new AppError("import-changed");
  return openCsv(content, asDelimiter(batch.delimiter));
}

/** A batch as its plan needs it. */
export type BatchToPlan = Pick<ImportBatch, "id" | "kind" | "mapping">;

/** The plan of some rows, with the file's records that they are. */
export type PartOfPlan = PlannedPart & { readonly records: readonly CsvRecord[] };

export interface Planning {
  /** All records that the file names stay as they are until the transaction ends. */
  readonly locked: boolean;
  /** Takes over each part; with `locked` it writes what the part says before the next one is planned. */
  readonly take?: (part: PartOfPlan) => Promise<void> | void;
  readonly onRows?: (done: number) => Promise<void>;
}

/** What the import would do now, told part by part, so that a large file is never held whole as rows or as a plan. */
export async function makePlan(
  ctx: TeamContext,
  batch: BatchToPlan,
  table: CsvTable,
  { locked, take, onRows }: Planning,
): Promise<ImportSummary> {
  if (!isReadable(batch.mapping)) throw new AppError("import-changed");
  const names = await readNames(batch, table);
  if (locked) await lockNamed(ctx, names);
  const planner = planImport(batch.kind, names, await loadPlanTools(ctx, batch.id, batch.mapping));
  const reading = readingOf(ctx, batch.mapping);
  let done = 0;
  for await (const { part, records } of partsOf(table)) {
    const rows = records.map((record) => readFileRow(batch.kind, record, reading));
    const planned = planner.plan(part, rows, await loadSeenAndKnown(ctx, batch, rows));
    await take?.({ ...planned, records });
    done += rows.length;
    await onRows?.(done);
    await breathe();
  }
  return planner.summary();
}

/** The first time through: it also meets what is wrong with the file as a whole before anything is written. */
async function readNames({ kind, mapping }: BatchToPlan, table: CsvTable): Promise<FileNames> {
  const gatherer = gatherNames(kind, mapping.columns);
  for await (const { part, records } of partsOf(table)) {
    for (const record of records) gatherer.add(record, part);
    await breathe();
  }
  return gatherer.names;
}

/** The records in parts of one size, however the file was cut to be read. */
async function* partsOf(table: CsvTable): AsyncGenerator<{ readonly part: number; readonly records: CsvRecord[] }> {
  let part = 0;
  let records: CsvRecord[] = [];
  for await (const some of table.records()) {
    for (const record of some) {
      records.push(record);
      if (records.length < ROWS_PER_PART) continue;
      yield { part, records };
      part += 1;
      records = [];
    }
  }
  if (records.length > 0) yield { part, records };
}

async function loadSeenAndKnown(ctx: TeamContext, { kind }: BatchToPlan, rows: readonly FileRow[]) {
  const readable = rows.filter(({ errors }) => errors.length === 0);
  const seen = await listSeenFingerprints(ctx.db, kind, [...new Set(readable.map((row) => row.fingerprint))]);
  const fresh = readable.filter(({ fingerprint }) => !seen.has(fingerprint)).map(({ values }) => values);
  return { seen, known: await loadKnown(ctx, kind, fresh) };
}

/** Whether the mapping says enough to read every cell that it uses. */
export function isReadable({ columns, dateFormat }: ImportBatch["mapping"]): boolean {
  const used = Object.keys(columns);
  const hasDates = DATE_FIELDS.some((field) => columns[field] !== undefined);
  return used.length > 0 && (dateFormat !== null || !hasDates);
}

export function asDelimiter(text: string): Delimiter {
  return DELIMITERS.find((one) => one === text) ?? ";";
}
