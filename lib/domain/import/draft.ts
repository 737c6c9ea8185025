import type { ChannelId, DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { type Case, type Decision, withDeal, withRows, withVoided } from "@/lib/domain/pipeline/case";
import type { Transition } from "@/lib/domain/pipeline/transition";
import type { ImportField } from "./fields";
import type { CaseKey, DealFacts, LeadFacts, OpportunityFacts } from "./known";
import type { PlanTools } from "./plan-tools";
import type { RowCode } from "./row-codes";

/** What one row of a file would bring about. It is thrown away whole when the row turns out to be impossible. */
export interface Draft {
  readonly key: CaseKey;
  readonly file: Case;
  readonly rows: readonly Transition[];
  readonly leads: readonly { readonly id: LeadId; readonly facts: LeadFacts }[];
  readonly opportunities: readonly {
    readonly id: OpportunityId;
    readonly leadId: LeadId | null;
    readonly facts: OpportunityFacts;
  }[];
  readonly deals: readonly {
    readonly id: DealId;
    readonly leadId: LeadId | null;
    readonly opportunityId: OpportunityId | null;
    readonly facts: DealFacts;
  }[];
  readonly changed: {
    readonly lead?: { readonly id: LeadId; readonly facts: LeadFacts };
    readonly opportunity?: { readonly id: OpportunityId; readonly facts: OpportunityFacts };
    readonly deal?: { readonly id: DealId; readonly facts: DealFacts };
  };
  readonly channels: readonly NewChannel[];
}

export interface NewChannel {
  readonly id: ChannelId;
  readonly name: string;
  readonly nameNorm: string;
}

export interface Problem {
  readonly column: ImportField;
  readonly code: RowCode;
}

export type Step = (draft: Draft) => Draft | Problem;

export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return "column" in value && "code" in value;
}

export function draftOf(key: CaseKey, file: Case): Draft {
  return { key, file, rows: [], leads: [], opportunities: [], deals: [], changed: {}, channels: [] };
}

/** One step after the other, until one is impossible. */
export function inTurn(draft: Draft, steps: readonly Step[]): Draft | Problem {
  let current: Draft = draft;
  for (const step of steps) {
    const next = step(current);
    if (isProblem(next)) return next;
    current = next;
  }
  return current;
}

/** The draft with what a command decided; its refusal is a problem of that column. */
export function decided(draft: Draft, decision: Decision, column: ImportField): Draft | Problem {
  switch (decision.kind) {
    case "unchanged":
      return draft;
    case "refused":
      return { column, code: decision.code === "opportunity-open" ? "opportunity-open" : "already-decided" };
    case "decided": {
      const { rows, voids } = decision;
      return { ...draft, file: withVoided(withRows(draft.file, rows), voids), rows: [...draft.rows, ...rows] };
    }
  }
}

/** The draft with one more deal, signed on that day or on one that nobody knows. */
export function withNewDeal(
  draft: Draft,
  facts: Omit<DealFacts, "kind"> & { readonly kind?: DealFacts["kind"] | undefined },
  opportunityId: OpportunityId | null,
  tools: PlanTools,
): Draft {
  const id = tools.newId<DealId>();
  const leadId = draft.file.lead?.id ?? null;
  const deal = { id, leadId, opportunityId, facts: { ...facts, kind: facts.kind ?? tools.dealKind } };
  const signed = tools.day(facts.signedOn);
  const { batchId } = tools.recording;
  return {
    ...draft,
    file: withDeal(draft.file, { id, opportunityId, signed, voided: false, batchId }),
    deals: [...draft.deals, deal],
  };
}

/** A deal of which no more than its day is known: what a date implies. */
export function impliedDeal(signedOn: string | null): Omit<DealFacts, "kind"> {
  return { externalId: null, amountMinor: null, currency: null, termMonths: null, signedOn };
}
