import type { LeadId, TransitionId } from "@/lib/domain/ids";

/** What is told of a lead that has just come in. */
export interface AddedLead {
  readonly id: LeadId;
  readonly name: string;
  /** The row of its coming in, to undo it. */
  readonly transitionId: TransitionId;
  /** Another lead that may be the same: by its address, else by its folded name. */
  readonly duplicate: {
    readonly id: LeadId;
    readonly name: string | null;
    readonly by: "email" | "name";
    readonly email: string | null;
  } | null;
  /** Marks of a typed line that meant nothing. */
  readonly unknown: readonly string[];
}
