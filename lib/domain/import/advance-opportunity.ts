import type { OpportunityId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import { sameDay } from "./advance-lead";
import { decided, type Draft, impliedDeal, isProblem, type Problem, type Step, withNewDeal } from "./draft";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";

/** What an opportunity's dates and its stage say beyond its opening. */
export function advanceOpportunity(
  id: OpportunityId,
  values: RowValues,
  stage: StageRef | null,
  tools: PlanTools,
): readonly Step[] {
  const isWon = values.won_on !== undefined || stage?.kind === "won";
  const isLost = values.lost_on !== undefined || stage?.kind === "lost";
  if (isWon && isLost) return [() => ({ column: "lost_on", code: "contradiction" })];
  if (isWon) return [(draft) => win(draft, id, values, tools)];
  if (isLost) return [(draft) => lose(draft, id, values, tools)];
  if (stage?.kind !== "open") return [];
  const to = { id: stage.id, kind: "open" as const };
  return [(draft) => moveAmongOpen(draft, id, to, tools)];
}

/** Winning implies a deal of the opportunity's amount, which a later row may complete. */
function win(draft: Draft, id: OpportunityId, values: RowValues, tools: PlanTools): Draft | Problem {
  const state = stateOf(draft.file).opportunities.get(id);
  if (state?.kind === "won") return sameDay(draft, values.won_on, state.closed, "won_on");
  const { consequences, recording, first } = tools;
  const step = { to: first("opportunity", "won"), when: tools.day(values.won_on) };
  const next = decided(draft, moveOpportunity(draft.file, id, step, consequences, recording), "won_on");
  if (isProblem(next)) return next;
  const amountMinor = values.amount ?? null;
  const currency = amountMinor === null ? null : (values.currency ?? tools.currency);
  return withNewDeal(next, { ...impliedDeal(values.won_on ?? null), amountMinor, currency }, id, tools);
}

function lose(draft: Draft, id: OpportunityId, values: RowValues, tools: PlanTools): Draft | Problem {
  const lostReasonId =
    values.lost_reason === undefined ? undefined : (tools.names.lostReason(values.lost_reason) ?? null);
  if (lostReasonId === null) return { column: "lost_reason", code: "unknown-reason" };
  const state = stateOf(draft.file).opportunities.get(id);
  if (state?.kind === "lost") return sameDay(draft, values.lost_on, state.closed, "lost_on");
  const { consequences, recording, first } = tools;
  const step = { to: first("opportunity", "lost"), when: tools.day(values.lost_on), lostReasonId };
  return decided(draft, moveOpportunity(draft.file, id, step, consequences, recording), "lost_on");
}

function moveAmongOpen(draft: Draft, id: OpportunityId, to: StageRef<"open">, tools: PlanTools): Draft | Problem {
  const state = stateOf(draft.file).opportunities.get(id);
  if (state?.kind !== "open") return { column: "stage", code: "already-decided" };
  const { consequences, recording } = tools;
  const moved = moveOpportunity(draft.file, id, { to, when: tools.now }, consequences, recording);
  return decided(draft, moved, "stage");
}
