import type { LostReasonId, OpportunityId } from "@/lib/domain/ids";
import { type Case, type Decision, stateOf, withRows } from "../case";
import { OPPORTUNITY_MOVES, type OpportunityKind } from "../kinds";
import type { StageRef, When } from "../transition";
import { leadRow, type LeadConsequences, opportunityRow, type Recording } from "./record";

/**
 * Moves an opportunity: among open stages, to won or lost, or open again after a loss. Winning makes its lead a customer;
 * opening again makes a lead that was "not a fit" qualified. The deal of a win is recorded beside it by the caller.
 */
export function moveOpportunity(
  file: Case,
  id: OpportunityId,
  step: {
    readonly to: StageRef<OpportunityKind>;
    readonly when: When;
    readonly lostReasonId?: LostReasonId | undefined;
  },
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const state = stateOf(file);
  const opportunity = state.opportunities.get(id);
  if (!opportunity) return { kind: "refused", code: "not-found" };
  if (opportunity.stageId === step.to.id) return { kind: "unchanged" };
  const allowed: readonly OpportunityKind[] = OPPORTUNITY_MOVES[opportunity.kind];
  if (!allowed.includes(step.to.kind)) return { kind: "refused", code: "already-decided" };
  const lostReasonId = step.to.kind === "lost" ? step.lostReasonId : undefined;
  const moved = opportunityRow(file, id, { ...step, lostReasonId }, recording);
  if (!moved) return { kind: "refused", code: "not-found" };
  const lead = state.lead?.kind;
  const consequence =
    step.to.kind === "won" && (lead === "open" || lead === "qualified" || lead === "not_a_fit")
      ? consequences.customer
      : step.to.kind === "open" && lead === "not_a_fit"
        ? consequences.qualified
        : null;
  const next = consequence
    ? leadRow(withRows(file, [moved]), { to: consequence, when: step.when, causeId: moved.id }, recording)
    : null;
  return { kind: "decided", rows: next ? [moved, next] : [moved], voids: [] };
}
