import type { ImportBatchId, LeadId, LostReasonId, OpportunityId, TransitionId } from "@/lib/domain/ids";
import type { Case } from "../case";
import { stateOf } from "../case";
import type { ExcludedAs } from "../kinds";
import { type Credit, faultOf, type StageRef, standing, type Transition, type When } from "../transition";

/** What recording needs from outside: ids, and the import that it belongs to. */
export interface Recording {
  readonly newId: () => TransitionId;
  readonly batchId: ImportBatchId | null;
}

/** The stages that a lead enters by consequence: with its first opportunity, with its first deal. */
export interface LeadConsequences {
  readonly qualified: StageRef<"qualified">;
  readonly customer: StageRef<"customer">;
}

interface Step {
  readonly subject: "lead" | "opportunity";
  readonly leadId: LeadId | null;
  readonly opportunityId: OpportunityId | null;
  readonly before: readonly Transition[];
  readonly to: StageRef;
  readonly when: When;
  readonly credit: Credit;
  readonly causeId?: TransitionId | undefined;
  readonly excludedAs?: ExcludedAs | undefined;
  readonly lostReasonId?: LostReasonId | undefined;
}

/** One new row after the standing rows of its record. */
export function row(step: Step, { newId, batchId }: Recording): Transition {
  const last = step.before.at(-1);
  return {
    id: newId(),
    subject: step.subject,
    leadId: step.leadId,
    opportunityId: step.opportunityId,
    fromStageId: last?.toStageId ?? null,
    fromKind: last?.toKind ?? null,
    toStageId: step.to.id,
    toKind: step.to.kind,
    ...step.credit,
    lostReasonId: step.lostReasonId ?? null,
    excludedAs: step.excludedAs ?? null,
    occurredAt: step.when.occurredAt,
    occurredOn: step.when.occurredOn,
    dateOnly: step.when.dateOnly,
    undoesId: null,
    causeId: step.causeId ?? null,
    fault: faultOf(step.when, step.before),
    batchId,
  };
}

/** A further row of the case's lead, if it has one that is there. */
export function leadRow(
  file: Case,
  step: Pick<Step, "to" | "when" | "causeId" | "excludedAs">,
  recording: Recording,
): Transition | null {
  const state = stateOf(file).lead;
  if (!file.lead || !state) return null;
  const before = standing(file.lead.rows);
  return row(
    { ...step, subject: "lead", leadId: file.lead.id, opportunityId: null, before, credit: creditOf(state) },
    recording,
  );
}

/** A further row of one of the case's opportunities. */
export function opportunityRow(
  file: Case,
  id: OpportunityId,
  step: Pick<Step, "to" | "when" | "lostReasonId">,
  recording: Recording,
): Transition | null {
  const opportunity = file.opportunities.find((one) => one.id === id);
  const state = stateOf(file).opportunities.get(id);
  if (!opportunity || !state) return null;
  const before = standing(opportunity.rows);
  const leadId = file.lead?.id ?? null;
  return row(
    { ...step, subject: "opportunity", leadId, opportunityId: id, before, credit: creditOf(state) },
    recording,
  );
}

export function creditOf({ channelId, campaignId, ownerId }: Credit): Credit {
  return { channelId, campaignId, ownerId };
}
