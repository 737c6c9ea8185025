import { CsvError, parse } from "csv-parse";
import { restore } from "@/lib/csv/csv-cell";
import { type Delimiter, findDelimiter } from "@/lib/csv/find-delimiter";
import { AppError } from "@/lib/domain/errors";

export const ROWS_MAX = 200_000;
export const COLUMNS_MAX = 500;
export const RECORD_LENGTH_MAX = 100_000;
const HEADER_LENGTH_MAX = 200;
// Characters that are parsed at once: what is held of a file beside its text.
const PIECE_LENGTH = 64 * 1024;

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

/** A record, with the line on which it starts. */
export type CsvRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly code: RecordRefusal | null;
};
export type CsvTable = {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** The records below the header in the order of the file, some hundreds at a time; each call reads them anew. */
  readonly records: () => AsyncGenerator<readonly CsvRecord[]>;
};

/**
 * The table in a text: a file or what was pasted. Its records are parsed as they are asked for, so that a file of 200,000 is
 * never held as a table; a fault of the whole file may therefore show only there. The guards that our own export sets come
 * off again.
 */
export async function openCsv(text: string, chosen?: Delimiter): Promise<CsvTable> {
  const body = text.replace(/^\ufeff/, "");
  const longLine = findLongLine(body);
  if (longLine !== null) throw refused("record-long", longLine);
  const delimiter = chosen ?? findDelimiter(body);
  const header = await readHeader(body, delimiter);
  return { delimiter, header, records: () => recordsOf(body, delimiter, header.length) };
}

function refused(reason: CsvRefusal, line?: number): AppError {
  return new AppError("file-refused", { reason, ...(line === undefined ? {} : { line }) });
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

async function readHeader(body: string, delimiter: Delimiter): Promise<readonly string[]> {
  let header: readonly string[] | null = null;
  for await (const lines of numberedLines(body, delimiter)) {
    for (const { cells } of lines) {
      if (header !== null) return header;
      header = cells.map((name) => restore(name).normalize("NFC").trim());
      const code = refuseHeader(header);
      if (code !== null) throw refused(code);
    }
  }
  throw refused("no-records");
}

async function* recordsOf(body: string, delimiter: Delimiter, columns: number): AsyncGenerator<readonly CsvRecord[]> {
  let isHeader = true;
  for await (const lines of numberedLines(body, delimiter)) {
    const records = isHeader ? lines.slice(1) : lines;
    isHeader &&= lines.length === 0;
    yield records.map(({ line, cells }) => ({ line, cells: cells.map(restore), code: refuseRecord(cells, columns) }));
  }
}

type NumberedLine = { readonly line: number; readonly cells: readonly string[] };

/** Counted here, for the parser counts CRLF inside a quoted cell as two lines. Empty lines are no records. */
async function* numberedLines(body: string, delimiter: Delimiter): AsyncGenerator<readonly NumberedLine[]> {
  let line = 1;
  let rows = 0;
  for await (const parsed of parsedRows(body, delimiter)) {
    rows += parsed.length;
    // Empty lines count here, so that how many rows there are is known before any is left out.
    if (rows > ROWS_MAX + 1) throw refused("rows");
    const lines: NumberedLine[] = [];
    for (const cells of parsed) {
      if (cells.length > 1 || cells[0] !== "") lines.push({ line, cells });
      line += 1;
      for (const cell of cells) line += /[\r\n]/.test(cell) ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
    }
    yield lines;
  }
}

async function* parsedRows(body: string, delimiter: Delimiter): AsyncGenerator<readonly (readonly string[])[]> {
  let found: string[][] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // 27" screens and other quotes inside a cell are text.
    relax_quotes: true,
    max_record_size: RECORD_LENGTH_MAX,
    on_record: (cells: string[]) => {
      found.push(foldSurplus(cells));
      return null; // taken from here, none waits in the stream
    },
  });
  parser.on("error", () => undefined); // told by the write that met it
  try {
    for (const piece of piecesOf(body)) {
      await settled((done) => parser.write(piece, done));
      yield found;
      found = [];
    }
    await settled((done) => parser.end(done));
    yield found;
  } finally {
    parser.destroy();
  }
}

function settled(step: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    step((error) => {
      if (!error) resolve();
      else if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") reject(refused("open-quote"));
      else if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") reject(refused("record-long"));
      else reject(error);
    });
  });
}

function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE_LENGTH, text.length);
    // A sign of two units must not be cut in half.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end += 1;
    yield text.slice(start, end);
    start = end;
  }
}

/** Twenty megabytes of delimiters would be twenty million cells; the surplus keeps its line ends, which are counted. */
function foldSurplus(cells: string[]): string[] {
  return cells.length <= COLUMNS_MAX ? cells : [...cells.slice(0, COLUMNS_MAX), cells.slice(COLUMNS_MAX).join("")];
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

function refuseRecord(cells: readonly string[], columns: number): RecordRefusal | null {
  if (cells.some((cell) => cell.includes("\0"))) return "control";
  if (cells.some((cell) => cell.includes("\ufffd"))) return "encoding";
  return cells.length === columns ? null : "fields";
}
