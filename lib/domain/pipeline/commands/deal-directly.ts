import { type Case, type Decision, stateOf } from "../case";
import type { StageRef, When } from "../transition";
import { leadRow, type Recording } from "./record";

/** A deal signed with the lead itself, without an opportunity: the lead becomes a customer unless it is one already. */
export function dealDirectly(
  file: Case,
  step: { readonly to: StageRef<"customer">; readonly when: When },
  recording: Recording,
): Decision {
  const lead = stateOf(file).lead;
  if (!lead) return { kind: "refused", code: "not-found" };
  if (lead.kind === "excluded") return { kind: "refused", code: "already-decided" };
  if (lead.kind === "customer") return { kind: "decided", rows: [], voids: [] };
  const became = leadRow(file, step, recording);
  return became ? { kind: "decided", rows: [became], voids: [] } : { kind: "refused", code: "not-found" };
}
