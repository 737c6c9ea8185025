import type { ImportField } from "./fields";
import type { RowError } from "./row-codes";
import type { DateFormat } from "@/lib/domain/input/date-import";
import type { NumberFormat } from "@/lib/domain/input/money";

export const IMPORT_KINDS = ["leads", "opportunities", "deals"] as const;
export type ImportableKind = (typeof IMPORT_KINDS)[number];
/** `sample` marks the batch that sample data belongs to. */
export type ImportKind = ImportableKind | "sample";

export type ImportState = "uploaded" | "applying" | "applied" | "undone" | "failed";
export type ImportRowOutcome = "created" | "updated" | "skipped" | "rejected";

/** A time behind a date: ignored, so that the date stays as written, or a time of UTC, of which the team's zone knows the day. */
export const TIMES_ARE = ["as-written", "utc"] as const;
export type TimesAre = (typeof TIMES_ARE)[number];

/** What to do with channels that the team does not have yet. */
export const UNKNOWN_CHANNELS = ["create", "reject"] as const;

/** Which of the file's columns (by index) is which of our fields, and how its values are to be read. */
export interface ImportMapping {
  readonly columns: Readonly<Partial<Record<ImportField, number>>>;
  /** Null: the file's dates can be read in more than one way, and nobody has said which. */
  readonly dateFormat: DateFormat | null;
  readonly timesAre?: TimesAre;
  readonly numberFormat: NumberFormat;
  readonly unknownChannels: (typeof UNKNOWN_CHANNELS)[number];
}

export interface ImportCounts {
  readonly create: number;
  readonly update: number;
  readonly skip: number;
  readonly reject: number;
}

export const NO_COUNTS: ImportCounts = { create: 0, update: 0, skip: 0, reject: 0 };

export type ImportRowErrors = readonly Pick<RowError, "column" | "code">[];

export const FILE_BYTES_MAX = 20 * 1024 * 1024;

/** An import can be taken back as long as this. */
export const UNDO_DAYS = 7;

/** A whole file in one transaction, and half of it for the reading. */
export const IMPORT_PATIENCE_MS = 10 * 60_000;

/** A form cannot carry a TAB unharmed, so delimiters go by name. */
export const DELIMITER_SIGNS = { comma: ",", semicolon: ";", tab: "\t" } as const;
export type DelimiterName = keyof typeof DELIMITER_SIGNS;
export const DELIMITER_NAMES: readonly DelimiterName[] = ["comma", "semicolon", "tab"];

export function delimiterName(sign: string): DelimiterName {
  return DELIMITER_NAMES.find((name) => DELIMITER_SIGNS[name] === sign) ?? "semicolon";
}
