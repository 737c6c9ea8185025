import type { OpportunityId, TransitionId } from "@/lib/domain/ids";

/** What is told of an opportunity that has just been opened. */
export interface OpenedOpportunity {
  readonly id: OpportunityId;
  readonly name: string;
  /** The row of its opening, to undo it. */
  readonly transitionId: TransitionId | null;
}
