import type { DateFormat } from "@/lib/domain/input/date-import";

export const IMPORT_KINDS = ["leads", "opportunities", "deals"] as const;
export type ImportableKind = (typeof IMPORT_KINDS)[number];
/** `sample` marks the batch that sample data belongs to. */
export type ImportKind = ImportableKind | "sample";

export type ImportState = "uploaded" | "applying" | "applied" | "undone" | "failed";
export type ImportRowOutcome = "created" | "updated" | "skipped" | "rejected";

/** Which of the file's columns (by index) is which of our fields, and how its values are to be read. */
export interface ImportMapping {
  readonly columns: Readonly<Record<string, number>>;
  readonly dateFormat: DateFormat;
  readonly numberFormat: "nb" | "en";
  /** What to do with channels that the team does not have yet. */
  readonly unknownChannels: "create" | "reject";
}

export interface ImportCounts {
  readonly create: number;
  readonly update: number;
  readonly skip: number;
  readonly reject: number;
}
