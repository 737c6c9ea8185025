import type { Grouping } from "./grouping";
import type { Basis, LeadConvertsAt, Parts } from "./parts";
import type { Rates } from "./rates-of";
import type { ReportQuery } from "./report-query";

/** What `GET /api/v1/rates` is asked. */
export interface RatesQuery {
  readonly report: ReportQuery;
  readonly groupBy: Grouping;
}

/** The live deals of won opportunities, in one currency. */
export interface WonAmount {
  readonly minor: number;
  readonly currency: string;
  readonly deals: number;
}

export interface RatesRow {
  /** An id, a month, a quarter or a week; `null`: the whole, unattributed, or without a date. */
  readonly key: string | null;
  readonly name: string | null;
  /** The question that gives this row alone, for its lists; `null` where no address asks for it. */
  readonly query: ReportQuery | null;
  readonly parts: Parts;
  readonly rates: Rates;
  /** Deals without an amount, or by the month without a term, are in none of these. */
  readonly won: readonly WonAmount[];
}

/** All that the rates say, every number from one moment of the log. */
export interface RatesAnswer {
  readonly query: ReportQuery;
  readonly groupBy: Grouping;
  readonly asOf: Date;
  /** The log's number that this was counted at: asked with it again, the answer is the same. */
  readonly seq: number;
  readonly timeZone: string;
  readonly definition: {
    readonly basis: Basis;
    readonly leadConvertsAt: LeadConvertsAt;
    readonly windowDays: number | null;
  };
  readonly total: RatesRow;
  /** Together they are the total: `none` has it as its only row. */
  readonly rows: readonly RatesRow[];
}
