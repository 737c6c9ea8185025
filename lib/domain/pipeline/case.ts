import type { DealId, ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { type LeadState, type OpportunityState, replayLead, replayOpportunity } from "./replay";
import type { Transition, When } from "./transition";

/** A deal as far as decisions need it. */
export interface CaseDeal {
  readonly id: DealId;
  /** Null: sold to the lead directly. */
  readonly opportunityId: OpportunityId | null;
  readonly signed: When;
  readonly voided: boolean;
  readonly batchId: ImportBatchId | null;
}

/**
 * All that one decision has to see: a lead with its opportunities and deals, or one opportunity without a lead.
 * Rows are whole logs in the order of recording.
 */
export interface Case {
  readonly lead: { readonly id: LeadId; readonly rows: readonly Transition[] } | null;
  readonly opportunities: readonly { readonly id: OpportunityId; readonly rows: readonly Transition[] }[];
  readonly deals: readonly CaseDeal[];
}

export interface CaseState {
  readonly lead: LeadState | null;
  readonly opportunities: ReadonlyMap<OpportunityId, OpportunityState>;
}

/** What a decision adds: rows of the log, and deals that it voids. Or why it cannot be. */
export type Decision =
  | { readonly kind: "decided"; readonly rows: readonly Transition[]; readonly voids: readonly DealId[] }
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "refused";
      readonly code: "not-found" | "already-decided" | "opportunity-open" | "not-last" | "already-undone";
    };

export const EMPTY_CASE: Case = { lead: null, opportunities: [], deals: [] };

/** The state of everything in the case, by replay alone. */
export function stateOf(file: Case): CaseState {
  const opportunities = new Map<OpportunityId, OpportunityState>();
  for (const { id, rows } of file.opportunities) {
    const state = replayOpportunity(rows);
    if (state) opportunities.set(id, state);
  }
  return { lead: file.lead ? replayLead(file.lead.rows, [...opportunities.values()]) : null, opportunities };
}

/** The case with these rows recorded; rows of records that it did not have open them. */
export function withRows(file: Case, rows: readonly Transition[]): Case {
  return rows.reduce(withRow, file);
}

export function withDeal(file: Case, deal: CaseDeal): Case {
  return { ...file, deals: [...file.deals, deal] };
}

export function withVoided(file: Case, ids: readonly DealId[]): Case {
  return { ...file, deals: file.deals.map((deal) => (ids.includes(deal.id) ? { ...deal, voided: true } : deal)) };
}

function withRow(file: Case, row: Transition): Case {
  if (row.subject === "lead") {
    return row.leadId ? { ...file, lead: { id: row.leadId, rows: [...(file.lead?.rows ?? []), row] } } : file;
  }
  const id = row.opportunityId;
  if (id === null) return file;
  const known = file.opportunities.some((opportunity) => opportunity.id === id);
  const opportunities = known
    ? file.opportunities.map((opportunity) =>
        opportunity.id === id ? { id, rows: [...opportunity.rows, row] } : opportunity,
      )
    : [...file.opportunities, { id, rows: [row] }];
  return { ...file, opportunities };
}
