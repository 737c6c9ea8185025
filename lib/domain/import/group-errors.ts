import { ALL_IMPORT_FIELDS, type ImportField } from "./fields";
import { CELL_CODES, ROW_CODES, type RowCode } from "./row-codes";

export interface ErrorGroup {
  readonly column: ImportField | "";
  readonly code: RowCode;
  readonly rows: number;
  /** The first of them. The cell's text only while the file is being checked. */
  readonly examples: readonly { readonly line: number; readonly value: string }[];
}

const EXAMPLES = 5;

type RowWithErrors = {
  readonly line: number;
  readonly errors: readonly { readonly column: string; readonly code: string; readonly value?: string }[];
};

/** Rows that were left out, by what is wrong with them, the most frequent cause first: fixed once, fixed everywhere. */
export function groupErrors(rows: readonly RowWithErrors[]): readonly ErrorGroup[] {
  const gatherer = gatherErrors();
  gatherer.add(rows);
  return gatherer.groups();
}

/** The same for rows that come part by part. */
export function gatherErrors() {
  const groups = new Map<string, ErrorGroup>();
  return {
    add: (rows: readonly RowWithErrors[]) => rows.forEach((row) => addTo(groups, row)),
    groups: (): readonly ErrorGroup[] => [...groups.values()].toSorted((a, b) => b.rows - a.rows),
  };
}

function addTo(groups: Map<string, ErrorGroup>, { line, errors }: RowWithErrors): void {
  for (const { column, code, value = "" } of errors) {
    const key = `${column} ${code}`;
    const { rows: before, examples } = groups.get(key) ?? { rows: 0, examples: [] };
    groups.set(key, {
      column: ALL_IMPORT_FIELDS.find((one) => one === column) ?? "",
      code: [...ROW_CODES, ...CELL_CODES].find((one) => one === code) ?? "text",
      rows: before + 1,
      examples: examples.length < EXAMPLES ? [...examples, { line, value }] : examples,
    });
  }
}
