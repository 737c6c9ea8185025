import { DATE_FORMATS } from "@/lib/domain/input/date-import";
import type { Parsed } from "@/lib/domain/errors";
import { parseJsonObject } from "@/lib/domain/input/json-body";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { type ImportableKind, type ImportMapping, TIMES_ARE, UNKNOWN_CHANNELS } from "./batch";
import { ALL_IMPORT_FIELDS, IMPORT_FIELDS, type ImportField } from "./fields";

/** Which heading is which of our fields, and how cells are read, as far as a sender says it. */
export interface AskedMapping {
  readonly headings: ReadonlyMap<ImportField, string>;
  readonly reading: Partial<Omit<ImportMapping, "columns">>;
}

/** How cells can be read; beside the fields, the names that a mapping may have. */
export const READINGS = {
  dateFormat: DATE_FORMATS,
  timesAre: TIMES_ARE,
  numberFormat: ["nb", "en"],
  unknownChannels: UNKNOWN_CHANNELS,
} as const satisfies Partial<Record<keyof ImportMapping, readonly string[]>>;

/** A mapping as JSON: `{ "external_id": "mql_id", "came_in_on": "first_contact_date", "timesAre": "utc" }`. */
export function parseAskedMapping(input: unknown): Parsed<AskedMapping> {
  const object = typeof input === "string" ? parseJsonObject(input) : refuse("text");
  if (!object.ok) return object;
  const headings = new Map<ImportField, string>();
  const reading: Record<string, string> = {};
  for (const [name, value] of Object.entries(object.value)) {
    const field = ALL_IMPORT_FIELDS.find((one) => one === name);
    const choices: readonly string[] = isReading(name) ? READINGS[name] : [];
    if (typeof value !== "string") return refuse("text");
    if (field !== undefined) headings.set(field, value.normalize("NFC").trim());
    else if (choices.includes(value)) reading[name] = value;
    else return refuse(choices.length === 0 ? "unknown-field" : "choice");
  }
  return accept({ headings, reading });
}

/** The file's columns by the headings asked for; null where a field is not of this kind or a heading not of this file. */
export function columnsAsked(
  { headings }: AskedMapping,
  kind: ImportableKind,
  header: readonly string[],
): ImportMapping["columns"] | null {
  const fields: readonly ImportField[] = IMPORT_FIELDS[kind];
  const columns = [...headings].map(([field, heading]) => [field, header.indexOf(heading)] as const);
  if (columns.some(([field, at]) => at < 0 || !fields.includes(field))) return null;
  return Object.fromEntries(columns);
}

function isReading(name: string): name is keyof typeof READINGS {
  return Object.hasOwn(READINGS, name);
}
