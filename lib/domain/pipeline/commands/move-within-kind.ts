import type { OpportunityId } from "@/lib/domain/ids";
import { type Case, type Decision, stateOf } from "../case";
import type { StageRef, When } from "../transition";
import { leadRow, opportunityRow, type Recording } from "./record";

/**
 * Moves what stands in a stage that is put away to another of the same kind. It decides nothing anew: the row says why the
 * record is out or lost as before, and dates of decisions stay.
 */
export function moveWithinKind(
  file: Case,
  record: "lead" | OpportunityId,
  step: { readonly to: StageRef; readonly when: When },
  recording: Recording,
): Decision {
  const state = stateOf(file);
  const before = record === "lead" ? state.lead : state.opportunities.get(record);
  if (!before || before.kind !== step.to.kind) return { kind: "refused", code: "not-found" };
  if (before.stageId === step.to.id) return { kind: "unchanged" };
  const row =
    record === "lead"
      ? leadRow(file, { ...step, excludedAs: state.lead?.excludedAs ?? undefined }, recording)
      : opportunityRow(
          file,
          record,
          { ...step, lostReasonId: state.opportunities.get(record)?.lostReasonId ?? undefined },
          recording,
        );
  return row ? { kind: "decided", rows: [row], voids: [] } : { kind: "refused", code: "not-found" };
}
