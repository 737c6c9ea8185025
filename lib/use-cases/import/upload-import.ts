import { setImmediate as breathe } from "node:timers/promises";
import { createHash } from "node:crypto";
import { createImportBatch } from "@/db/mutations/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { decodeText, type Encoding } from "@/lib/csv/decode-text";
import { type CsvRecord, type CsvTable, openCsv } from "@/lib/csv/read-csv";
import { AppError } from "@/lib/domain/errors";
import type { ImportBatchId } from "@/lib/domain/ids";
import { type ImportableKind, type ImportMapping, NO_COUNTS } from "@/lib/domain/import/batch";
import { DATE_FIELDS, type ImportField } from "@/lib/domain/import/fields";
import { guessColumns } from "@/lib/domain/import/guess-columns";
import { dateFormatsOf, numberFormatOf } from "@/lib/domain/import/guess-reading";
import { parseText } from "@/lib/domain/input/text";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { isReadable } from "./make-plan";

export interface UploadImport {
  readonly kind: ImportableKind;
  /** Empty for what was pasted. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly encoding?: Encoding;
}

const SAMPLE_ROWS = 1000;

export interface Uploaded {
  readonly batchId: ImportBatchId;
  /** Pasted rows whose headings are all known and whose dates can be read in one way only: there is nothing to ask. */
  readonly isUnderstood: boolean;
}

/** Takes in a file or pasted rows: nothing is imported before somebody has seen what it would do. */
export async function uploadImport(ctx: TeamContext, input: UploadImport): Promise<Uploaded> {
  const { batch, text, table } = await readUpload(ctx, input);
  await createImportBatch(ctx.db, { ...batch, state: "uploaded" }, text);
  await recordActivity(ctx, "import.uploaded", ["import", batch.id]);
  const areAllKnown = Object.keys(batch.mapping.columns).length === table.header.length;
  return { batchId: batch.id, isUnderstood: input.fileName === "" && areAllKnown && isReadable(batch.mapping) };
}

/** The file as text and as a table, and the batch that it would be, with the mapping that it suggests. */
export async function readUpload(ctx: Pick<TeamContext, "user" | "newId">, input: UploadImport) {
  const decoded = decodeText(input.bytes, input.encoding);
  if (decoded.kind === "refused") throw new AppError("file-refused", { reason: decoded.code });
  // PostgreSQL stores no NUL; the row that has one is told of all the same, by the sign of what could not be read.
  const text = decoded.text.replaceAll("\0", "\ufffd");
  const table = await openCsv(text);
  const { sample, rowsTotal } = await readThrough(table);
  const name = parseText(input.fileName, { lengthMax: 200, lines: false });
  const batch = {
    id: ctx.newId<ImportBatchId>(),
    kind: input.kind,
    fileName: name.ok ? name.value : "",
    fileHash: createHash("sha256").update(input.bytes).digest("hex"),
    encoding: decoded.encoding,
    delimiter: table.delimiter,
    mapping: guessMapping(input.kind, { header: table.header, sample }, ctx.user.locale),
    rowsTotal,
    counts: NO_COUNTS,
    createdBy: ctx.user.id,
  };
  return { batch, text, table, sample };
}

/** The first records, and how many there are: a file that cannot be read to its end is no table. */
export async function readThrough(table: CsvTable) {
  const sample: CsvRecord[] = [];
  let rowsTotal = 0;
  for await (const records of table.records()) {
    rowsTotal += records.length;
    sample.push(...records.slice(0, SAMPLE_ROWS - sample.length));
    await breathe();
  }
  return { sample, rowsTotal };
}

/** What the headings, or the columns chosen, and the first rows suggest. A date that can be read in two ways stays a question. */
export function guessMapping(
  kind: ImportableKind,
  table: { readonly header: readonly string[]; readonly sample: readonly CsvRecord[] },
  locale: "nb" | "en",
  columns = guessColumns(kind, table.header),
): ImportMapping {
  const rows = table.sample.filter(({ code }) => code === null);
  const cellsOf = (fields: readonly ImportField[]) =>
    fields.flatMap((field) => rows.map(({ cells }) => cells[columns[field] ?? -1] ?? ""));
  const [format, ...others] = dateFormatsOf(cellsOf(DATE_FIELDS));
  return {
    columns,
    dateFormat: others.length === 0 ? (format ?? null) : null,
    timesAre: "as-written",
    numberFormat: numberFormatOf(cellsOf(["amount"]), locale),
    unknownChannels: "create",
  };
}
