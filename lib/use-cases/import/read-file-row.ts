import { createHash } from "node:crypto";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CsvRecord } from "@/lib/csv/read-csv";
import type { ImportableKind, ImportMapping } from "@/lib/domain/import/batch";
import type { FileRow } from "@/lib/domain/import/plan";
import { readRow, type RowReading } from "@/lib/domain/import/read-row";
import { localDate } from "@/lib/domain/period";

export function readingOf(ctx: TeamContext, mapping: ImportMapping): RowReading {
  return {
    columns: mapping.columns,
    format: mapping.dateFormat ?? "yyyy-mm-dd",
    timesAre: mapping.timesAre ?? "as-written",
    zone: ctx.team.timeZone,
    numberFormat: mapping.numberFormat,
    currency: ctx.team.currency,
    today: localDate(ctx.team.timeZone, ctx.now),
  };
}

/** A record as far as it can be read, with the fingerprint by which the same row is known again. */
export function readFileRow(kind: ImportableKind, record: CsvRecord, reading: RowReading): FileRow {
  const { line, code } = record;
  if (code !== null) return { line, values: {}, fingerprint: "", errors: [{ column: "", code, value: "" }] };
  const { canonical, ...row } = readRow(kind, record, reading);
  return { ...row, fingerprint: createHash("sha256").update(canonical).digest("hex") };
}
