"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { changeLeads, ChangeLeadsInput } from "@/lib/use-cases/bulk/change-many";
import { undoMany, UndoManyInput } from "@/lib/use-cases/bulk/undo-many";
import { createLead, createLeadInput } from "@/lib/use-cases/leads/create-lead";
import { quickAddLead, quickAddLeadInput } from "@/lib/use-cases/leads/quick-add-lead";
import { undoTransition, UndoTransitionInput } from "@/lib/use-cases/transitions/undo-transition";

export const quickAddLeadAction = teamAction({
  needs: "lead:create",
  input: localized(quickAddLeadInput),
  run: quickAddLead,
});

export const createLeadAction = teamAction({
  needs: "lead:create",
  input: localized(createLeadInput),
  run: createLead,
});

export const undoAction = teamAction({ needs: "transition:undo", input: UndoTransitionInput, run: undoTransition });

export const changeLeadsAction = teamAction({ needs: "lead:bulk", input: ChangeLeadsInput, run: changeLeads });
export const undoManyAction = teamAction({ needs: "transition:undo", input: UndoManyInput, run: undoMany });
