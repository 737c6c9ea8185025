import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import type { Draft, Problem } from "./draft";
import type { PlanTools } from "./plan-tools";

/** A row that can be: what it does, to which record. An update that changes nothing is told by an empty draft. */
export interface Planned {
  readonly outcome: "created" | "updated";
  readonly draft: Draft;
  readonly record: { readonly leadId?: LeadId; readonly opportunityId?: OpportunityId; readonly dealId?: DealId };
  readonly undated: boolean;
}

/** The stage that a cell names; a blank cell names none. */
export function readStage(
  subject: Subject,
  name: string | undefined,
  { names }: PlanTools,
): { readonly ref: StageRef | null } | Problem {
  if (name === undefined) return { ref: null };
  const ref = names.stage(subject, name);
  return ref === null ? { column: "stage", code: "unknown-stage" } : { ref };
}
