import { CsvError, parse } from "csv-parse/sync";
import { restore } from "@/lib/csv/csv-cell";
import { type Delimiter, findDelimiter } from "@/lib/csv/find-delimiter";

export const ROWS_MAX = 200_000;
export const COLUMNS_MAX = 500;
export const RECORD_LENGTH_MAX = 100_000;
const HEADER_LENGTH_MAX = 200;

/** Why a whole file is refused; `line` where one is to blame. */
export type CsvRefusal =
  | "header-empty"
  | "header-twice"
  | "header-name" // reserved, too long, or with signs that no heading has
  | "no-records"
  | "columns"
  | "rows"
  | "record-long" // mostly a quote that is never closed
  | "open-quote";
/** Why one record is left out while the others go on. */
export type RecordRefusal = "fields" | "encoding" | "control";

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvTable = {
  readonly kind: "table";
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly rejects: readonly {
    readonly line: number;
    readonly code: RecordRefusal;
    readonly cells: readonly string[];
  }[];
};
export type CsvRead = CsvTable | { readonly kind: "refused"; readonly code: CsvRefusal; readonly line?: number };

/**
 * The table in a text: a file or what was pasted. Records keep the line on which they start. The guards that our own export
 * sets come off again.
 */
export function readCsv(text: string, chosen?: Delimiter): CsvRead {
  const body = text.replace(/^\ufeff/, "");
  const longLine = findLongLine(body);
  if (longLine !== null) return { kind: "refused", code: "record-long", line: longLine };
  const delimiter = chosen ?? findDelimiter(body);
  const rows = parseRows(body, delimiter);
  if (typeof rows === "string") return { kind: "refused", code: rows };
  // Empty lines count here: what the parser stopped before must not get lost in silence.
  if (rows.length > ROWS_MAX + 1) return { kind: "refused", code: "rows" };
  const [first, ...rest] = numberLines(rows);
  if (first === undefined) return { kind: "refused", code: "no-records" };
  const header = first.cells.map((name) => restore(name).normalize("NFC").trim());
  const code = refuseHeader(header) ?? (rest.length === 0 ? "no-records" : null);
  if (code !== null) return { kind: "refused", code };
  return { kind: "table", delimiter, header, ...sortOut(rest, header.length) };
}

/** A line of twenty million commas would become as many cells before any other limit holds. */
function findLongLine(text: string): number | null {
  const lineEnd = /\r\n|\n|\r/g;
  for (let start = 0, line = 1; ; line += 1) {
    const end = lineEnd.exec(text);
    if ((end?.index ?? text.length) - start > RECORD_LENGTH_MAX) return line;
    if (end === null) return null;
    start = lineEnd.lastIndex;
  }
}

function parseRows(text: string, delimiter: Delimiter): string[][] | CsvRefusal {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // 27" screens and other quotes inside a cell are text.
      relax_quotes: true,
      max_record_size: RECORD_LENGTH_MAX,
      to: ROWS_MAX + 2,
      on_record: foldSurplus,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return "open-quote";
    if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") return "record-long";
    throw error;
  }
}

/** Twenty megabytes of delimiters would be twenty million cells; the surplus keeps its line ends, which are counted. */
function foldSurplus(cells: string[]): string[] {
  return cells.length <= COLUMNS_MAX ? cells : [...cells.slice(0, COLUMNS_MAX), cells.slice(COLUMNS_MAX).join("")];
}

/** Counted here, for the parser counts CRLF inside a quoted cell as two lines. Empty lines are no records. */
function numberLines(rows: readonly (readonly string[])[]): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  for (const cells of rows) {
    if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
    line += 1;
    for (const cell of cells) line += /[\r\n]/.test(cell) ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
  }
  return records;
}

function refuseHeader(header: readonly string[]): CsvRefusal | null {
  const names = header.map((name) => name.toLowerCase());
  if (header.length > COLUMNS_MAX) return "columns";
  if (names.includes("")) return "header-empty";
  if (names.some((name) => RESERVED.has(name) || name.length > HEADER_LENGTH_MAX || UNREADABLE.test(name))) {
    return "header-name";
  }
  return new Set(names).size < names.length ? "header-twice" : null;
}

const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const UNREADABLE = /[\p{Cc}\p{Cs}\ufffd]/u;

function sortOut(rows: readonly CsvRecord[], columns: number): Pick<CsvTable, "records" | "rejects"> {
  const records: CsvRecord[] = [];
  const rejects: CsvTable["rejects"][number][] = [];
  for (const { line, cells } of rows) {
    const code = refuseRecord(cells, columns);
    const restored = cells.map(restore);
    if (code === null) records.push({ line, cells: restored });
    else rejects.push({ line, code, cells: restored });
  }
  return { records, rejects };
}

function refuseRecord(cells: readonly string[], columns: number): RecordRefusal | null {
  if (cells.some((cell) => cell.includes("\0"))) return "control";
  if (cells.some((cell) => cell.includes("\ufffd"))) return "encoding";
  return cells.length === columns ? null : "fields";
}
