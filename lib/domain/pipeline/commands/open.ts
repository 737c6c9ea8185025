import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { type Case, type Decision, stateOf, withRows } from "../case";
import type { Credit, StageRef, Transition, When } from "../transition";
import { leadRow, type LeadConsequences, type Recording, row } from "./record";

/** The first row of a lead: it came in. A `when` without a time is allowed for imports. */
export function bringInLead(
  leadId: LeadId,
  step: { readonly to: StageRef<"open">; readonly when: When; readonly credit: Credit },
  recording: Recording,
): Transition {
  return row({ ...step, subject: "lead", leadId, opportunityId: null, before: [] }, recording);
}

/** The first row of an opportunity; its lead, if it has one that is not yet further, becomes qualified. */
export function openOpportunity(
  file: Case,
  id: OpportunityId,
  step: { readonly to: StageRef<"open">; readonly when: When; readonly credit: Credit },
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const lead = stateOf(file).lead;
  if (file.lead && !lead) return { kind: "refused", code: "not-found" };
  if (lead?.kind === "excluded") return { kind: "refused", code: "already-decided" };
  const leadId = file.lead?.id ?? null;
  const opened = row({ ...step, subject: "opportunity", leadId, opportunityId: id, before: [] }, recording);
  const rows = [opened];
  if (lead?.kind === "open" || lead?.kind === "not_a_fit") {
    const next = { to: consequences.qualified, when: step.when, causeId: opened.id };
    const qualified = leadRow(withRows(file, rows), next, recording);
    if (qualified) rows.push(qualified);
  }
  return { kind: "decided", rows, voids: [] };
}
