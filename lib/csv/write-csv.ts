import { stringify } from "csv-stringify/sync";
import { neutralize } from "@/lib/csv/csv-cell";
import type { Delimiter } from "@/lib/csv/find-delimiter";

/** Text may hold anything and is made safe; a typed value (amount, count, date, id) has a form of its own and is left alone. */
export type CsvColumn = { readonly header: string; readonly kind: "text" | "typed" };

const TYPED = /^[A-Za-z0-9_.:-]*$/;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Rows as a file that spreadsheets open as they should: UTF-8 with a byte order mark, semicolons, every field quoted, no cell
 * that is read as a formula.
 */
export function writeCsv(columns: readonly CsvColumn[], rows: Iterable<readonly (string | number | null)[]>): string {
  return Array.from(csvChunks(columns, rows)).join("");
}

/** The same file in pieces, for an export that is larger than memory should hold. */
export function* csvChunks(
  columns: readonly CsvColumn[],
  rows: Iterable<readonly (string | number | null)[]>,
  /** Without its header for what goes on where another call has ended. */
  { header: hasHeader = true }: { readonly header?: boolean } = {},
): Generator<string> {
  if (hasHeader) yield BYTE_ORDER_MARK + toLines([columns.map(({ header }) => neutralize(header))]);
  let batch: string[][] = [];
  for (const row of rows) {
    batch.push(columns.map((column, at) => toCell(column, row[at] ?? null)));
    if (batch.length < 1_000) continue;
    yield toLines(batch);
    batch = [];
  }
  if (batch.length > 0) yield toLines(batch);
}

function toCell({ header, kind }: CsvColumn, value: string | number | null): string {
  const text = value === null ? "" : String(value);
  if (kind === "text") return neutralize(text);
  // A minus is no formula in front of digits, and all else that starts one cannot be written in this form.
  if (!TYPED.test(text) || /^-(?![0-9.]+$)/.test(text)) throw new RangeError(`no typed value in column ${header}`);
  return text;
}

const DELIMITER: Delimiter = ";";

function toLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { delimiter: DELIMITER, quoted: true, quoted_empty: true, record_delimiter: "\r\n" },
  );
}
