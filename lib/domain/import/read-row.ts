import { DEAL_KINDS, type DealKind } from "@/lib/domain/deals/deal";
import type { Parsed } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import { minorDigits, parseCurrency } from "@/lib/domain/input/currency";
import { parseLeadEmail } from "@/lib/domain/input/lead-email";
import { type MinorDigits, type NumberFormat, parseCount, parseMoney } from "@/lib/domain/input/money";
import { parseName } from "@/lib/domain/input/name";
import { parseNote } from "@/lib/domain/input/note";
import { accept, isBlank, refuse } from "@/lib/domain/input/parsed";
import { EXCLUDED_AS, type ExcludedAs } from "@/lib/domain/pipeline/kinds";
import type { ImportableKind, ImportMapping } from "./batch";
import { IMPORT_FIELDS, type ImportField } from "./fields";
import { type DateReading, readDateCell } from "./read-date-cell";
import { CELL_CODES, type RowCode, type RowError } from "./row-codes";

type TextField = Exclude<ImportField, "amount" | "term_months" | "kind" | "excluded_as">;
type CellValues = Readonly<Record<TextField, string>> & {
  readonly amount: number;
  readonly term_months: number;
  readonly kind: DealKind;
  readonly excluded_as: ExcludedAs;
};
/** The cells of one row in the form in which we store them; a blank cell is absent. */
export type RowValues = Partial<CellValues>;

export interface ReadRow {
  readonly line: number;
  readonly values: RowValues;
  readonly errors: readonly RowError[];
  /** The same text for the same facts, however the file writes them: what a fingerprint is taken of. */
  readonly canonical: string;
}

export interface RowReading extends DateReading {
  readonly columns: ImportMapping["columns"];
  readonly numberFormat: NumberFormat;
  /** The team's: of an amount without a currency of its own. */
  readonly currency: string;
  /** The team's date: nothing has happened after it. */
  readonly today: string;
}

/** One record of the file read cell by cell. What is wrong with a cell is told with its column; nothing is corrected. */
export function readRow(
  kind: ImportableKind,
  record: { readonly line: number; readonly cells: readonly string[] },
  reading: RowReading,
): ReadRow {
  const cellOf = (field: ImportField) => record.cells[reading.columns[field] ?? -1] ?? "";
  const digits = digitsOf(cellOf("currency"), reading.currency);
  const values: Writable<RowValues> = {};
  const errors: RowError[] = [];
  const readInto = <F extends ImportField>(field: F, cell: string) => {
    const read: Readers[F] = READERS[field];
    const parsed: Parsed<CellValues[F]> = read(cell, { ...reading, digits });
    if (parsed.ok) values[field] = parsed.value;
    else errors.push({ column: field, code: rowCode(parsed.code), value: cell.slice(0, SHOWN_LENGTH_MAX) });
  };
  for (const field of IMPORT_FIELDS[kind]) {
    const cell = cellOf(field);
    if (!isBlank(cell)) readInto(field, cell);
  }
  const entries = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { line: record.line, values, errors, canonical: JSON.stringify([kind, entries]) };
}

/** The name of a record as a row's reading gives it; null for a blank cell and for one that cannot be read. */
export function readName(cell: string): string | null {
  const name = isBlank(cell) ? null : parseName(cell);
  return name?.ok ? name.value : null;
}

const SHOWN_LENGTH_MAX = 100;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Reader<T> = (cell: string, reading: RowReading & { readonly digits: MinorDigits }) => Parsed<T>;
type Readers = { readonly [F in ImportField]: Reader<CellValues[F]> };

const line: Reader<string> = (cell) => parseName(cell);

const READERS: Readers = {
  external_id: line,
  lead_external_id: line,
  opportunity_external_id: line,
  name: line,
  company: line,
  email: parseLeadEmail,
  phone: line,
  channel: line,
  campaign: line,
  owner: line,
  stage: line,
  lost_reason: line,
  note: parseNote,
  came_in_on: readPastDate,
  qualified_on: readPastDate,
  customer_on: readPastDate,
  not_a_fit_on: readPastDate,
  opened_on: readPastDate,
  won_on: readPastDate,
  lost_on: readPastDate,
  signed_on: readPastDate,
  currency: (cell) => parseCurrency(cell.trim().toUpperCase()),
  amount: (cell, { numberFormat, digits }) => parseMoney(cell, numberFormat, digits),
  term_months: (cell, { numberFormat }) => readTerm(cell, numberFormat),
  kind: (cell) => readWord(cell, DEAL_KINDS, DEAL_KIND_WORDS),
  excluded_as: (cell) => readWord(cell, EXCLUDED_AS, EXCLUDED_AS_WORDS),
};

function readPastDate(cell: string, reading: RowReading): Parsed<string> {
  const day = readDateCell(cell, reading);
  return day.ok && day.value > reading.today ? refuse("date-future") : day;
}

function readTerm(cell: string, format: NumberFormat): Parsed<number> {
  const months = parseCount(cell, format);
  return months.ok && (months.value < 1 || months.value > 1200) ? refuse("count") : months;
}

function readWord<const T extends string>(
  cell: string,
  choices: readonly T[],
  words: Readonly<Record<string, T>>,
): Parsed<T> {
  const word = cell.length > 100 ? "" : fold(cell);
  const choice = choices.find((one) => fold(one) === word) ?? (Object.hasOwn(words, word) ? words[word] : undefined);
  return choice === undefined ? refuse("choice") : accept(choice);
}

/** Folded: the words of our own screens, and some of the trade. */
const DEAL_KIND_WORDS: Readonly<Record<string, DealKind>> = {
  abonnement: "subscription",
  mrr: "subscription",
  prosjekt: "project",
  "lopende avtale": "retainer",
  engangskjop: "one_off",
  "one-off": "one_off",
  "one off": "one_off",
};
const EXCLUDED_AS_WORDS: Readonly<Record<string, ExcludedAs>> = { duplikat: "duplicate", soppel: "spam" };

function digitsOf(currency: string, ofTeam: string): MinorDigits {
  const own = parseCurrency(currency.trim().toUpperCase());
  return minorDigits(own.ok ? own.value : ofTeam);
}

/** Our cells' parsers give no other codes; one that would is a text that cannot be read. */
function rowCode(code: string): RowCode {
  return CELL_CODES.find((one) => one === code) ?? "text";
}
