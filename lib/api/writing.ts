import { undoMove, UndoMoveInput } from "@/lib/use-cases/api/undo-move";
import * as leads from "@/lib/use-cases/api/write-leads";
import * as opportunities from "@/lib/use-cases/api/write-opportunities";
import * as answers from "./answers";
import type { Operation } from "./operation";

type Writing<I, T> = Omit<Operation<I, T>, "method" | "path">;

function post<I, T>(path: string, operation: Writing<I, T>): Operation<I, T> {
  return { method: "POST", path, status: 201, ...operation };
}

function patch<I, T>(path: string, operation: Writing<I, T>): Operation<I, T> {
  return { method: "PATCH", path, hasVersion: true, ...operation };
}

export const addLeadOperation = post("/leads", {
  summary: "A lead comes in, in the first open stage.",
  needs: "lead:create",
  input: leads.AddLeadInput,
  output: answers.WRITTEN_LEAD,
  run: leads.addLead,
});
export const changeLeadOperation = patch("/leads/{id}", {
  summary: "Changes what is given of a lead; `null` empties a field.",
  needs: "lead:edit",
  input: leads.ChangeLeadInput,
  output: answers.WRITTEN_LEAD,
  run: leads.changeLead,
});
export const moveLeadOperation = post("/leads/{id}/transitions", {
  summary: "Moves a lead among open stages, to one that is not a fit, out of the rates with a reason, or back.",
  needs: "lead:move",
  hasVersion: true,
  input: leads.MoveLeadToInput,
  output: answers.WRITTEN_LEAD,
  run: leads.moveLeadTo,
});
export const addOpportunityOfLeadOperation = post("/leads/{id}/opportunities", {
  summary:
    "Makes an opportunity of a lead, with the lead's channel, campaign and owner; `If-Match` names the lead's version.",
  needs: "opportunity:create",
  hasVersion: true,
  input: opportunities.AddOpportunityOfLeadInput,
  output: answers.WRITTEN_OPPORTUNITY,
  run: opportunities.addOpportunityOfLead,
});
export const addOpportunityOperation = post("/opportunities", {
  summary: "An opportunity without a lead: an upsell, a walk-in.",
  needs: "opportunity:create",
  input: opportunities.AddOpportunityInput,
  output: answers.WRITTEN_OPPORTUNITY,
  run: opportunities.addOpportunity,
});
export const changeOpportunityOperation = patch("/opportunities/{id}", {
  summary: "Changes what is given of an opportunity; `null` empties a field.",
  needs: "opportunity:edit",
  input: opportunities.ChangeOpportunityInput,
  output: answers.WRITTEN_OPPORTUNITY,
  run: opportunities.changeOpportunity,
});
export const moveOpportunityOperation = post("/opportunities/{id}/transitions", {
  summary: "Moves an opportunity: among open stages, to won with its deal, to lost with its reason, or open again.",
  needs: "opportunity:move",
  hasVersion: true,
  input: opportunities.MoveOpportunityToInput,
  output: answers.MOVED_OPPORTUNITY,
  run: opportunities.moveOpportunityTo,
});
export const undoMoveOperation = post("/transitions/{id}/undo", {
  summary: "Undoes the last move of a record, and what it brought about; gives the row that undoes it.",
  needs: "transition:undo",
  input: UndoMoveInput,
  output: answers.TRANSITION,
  run: undoMove,
});
