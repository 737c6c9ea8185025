import { type Case, type Decision, stateOf } from "../case";
import { type ExcludedAs, LEAD_MOVES, type LeadKind } from "../kinds";
import { type StageRef, standing, type When } from "../transition";
import { leadRow, type LeadConsequences, type Recording } from "./record";
import { undoTransition } from "./undo";

/**
 * Moves a lead by hand: among open stages, to "not a fit", out of the rates or back in.
 * Refuses "not a fit" while an opportunity is open. An excluded lead goes back to where it was and nowhere else: its
 * exclusion is undone, so that it is again what it would have been.
 */
export function moveLead(
  file: Case,
  step: { readonly to: StageRef<LeadKind>; readonly when: When; readonly excludedAs?: ExcludedAs | undefined },
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const state = stateOf(file);
  const lead = state.lead;
  if (!lead || !file.lead) return { kind: "refused", code: "not-found" };
  if (lead.stageId === step.to.id) return { kind: "unchanged" };
  const allowed: readonly LeadKind[] = LEAD_MOVES[lead.kind];
  if (!allowed.includes(step.to.kind)) return { kind: "refused", code: "already-decided" };
  if (lead.kind === "excluded") {
    const exclusion = standing(file.lead.rows).findLast(
      (one) => one.toKind === "excluded" && one.fromKind !== "excluded",
    );
    return exclusion?.fromStageId === step.to.id
      ? undoTransition(file, exclusion.id, step.when, consequences, recording)
      : { kind: "refused", code: "already-decided" };
  }
  const opportunities = [...state.opportunities.values()];
  if (step.to.kind === "not_a_fit" && opportunities.some(({ kind }) => kind === "open")) {
    return { kind: "refused", code: "opportunity-open" };
  }
  if (lead.kind === "not_a_fit" && step.to.kind !== "excluded") {
    const back: LeadKind = opportunities.length > 0 ? "qualified" : "open";
    if (step.to.kind !== back) return { kind: "refused", code: "already-decided" };
  }
  const excludedAs = step.to.kind === "excluded" ? (step.excludedAs ?? "test") : undefined;
  const moved = leadRow(file, { ...step, excludedAs }, recording);
  return moved ? { kind: "decided", rows: [moved], voids: [] } : { kind: "refused", code: "not-found" };
}
