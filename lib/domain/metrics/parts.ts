/** By start: what became of the records that began in the period. By decision: what was decided in it. */
export type Basis = "start" | "decision";

/** What a lead must become to count as converted: the team's choice. */
export type LeadConvertsAt = "customer" | "opportunity";

/**
 * The leads of a period in parts that no two share (metrics.md 2, "Parts"). By decision a part counts what happened in the
 * period, and the four that only make sense for a set of leads are `null`.
 */
export interface LeadParts {
  readonly total: number | null;
  readonly open: number | null;
  readonly notAFit: number;
  readonly direct: number;
  readonly qualified: number;
  readonly qualifiedOpen: number | null;
  readonly qualifiedLost: number | null;
  readonly waiting: number;
  readonly customers: number;
  readonly excluded: number;
  readonly faulty: number;
  readonly undated: number;
}

export interface OpportunityParts {
  readonly total: number | null;
  readonly open: number | null;
  readonly won: number;
  readonly lost: number;
  readonly withoutLead: number;
  readonly faulty: number;
  readonly undated: number;
}

export interface Parts {
  readonly leads: LeadParts;
  readonly opportunities: OpportunityParts;
  /**
   * Those of `leads.notAFit` that never were an opportunity. By start that is all of them; by decision the rest were
   * decided for the qualification rate when they became one.
   */
  readonly notAFitUnqualified: number;
}
