import type { definitionsOf } from "./definitions";
import type { Parts } from "./parts";
import type { Rates } from "./rates-of";
import type { ReportQuery } from "./report-query";

/** Rates with what they are made of, and the question that gives exactly these. */
export interface ReportRow {
  /** An id or a month; `null`: unattributed, or without a month. */
  readonly key: string | null;
  readonly name: string | null;
  /** `null` where no address asks for this row alone. */
  readonly query: ReportQuery | null;
  readonly parts: Parts;
  readonly rates: Rates;
}

/** Sample data and own records never meet in one rate: samples are shown until the team has something of its own. */
export type SampleUse = "none" | "shown" | "left-out";

export interface ReportChoice {
  readonly id: string;
  readonly name: string;
}

/** A report as pages, files and links show it: every number from one moment of the database. */
export interface Report {
  readonly query: ReportQuery;
  readonly timeZone: string;
  readonly asOf: Date;
  /** The log's number that it saw: asked with it again, it is the same report. `null` of a report that has no log. */
  readonly seq: number | null;
  readonly definitions: ReturnType<typeof definitionsOf>;
  readonly sampleUse: SampleUse;
  /** Whether the team has anything at all, in whatever period. */
  readonly hasRecords: boolean;
  readonly total: ReportRow;
  readonly channels: readonly ReportRow[];
  readonly campaigns: readonly ReportRow[];
  readonly months: readonly ReportRow[];
  readonly choices: Readonly<Record<"channels" | "campaigns" | "owners", readonly ReportChoice[]>>;
}
