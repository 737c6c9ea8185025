"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { changeOpportunities, ChangeOpportunitiesInput } from "@/lib/use-cases/bulk/change-many";
import { undoMany, UndoManyInput } from "@/lib/use-cases/bulk/undo-many";
import { eraseOpportunity, EraseOpportunityInput } from "@/lib/use-cases/leads/erase-person";
import { moveOpportunity, moveOpportunityInput } from "@/lib/use-cases/opportunities/move-opportunity";
import { openOpportunity, openOpportunityInput } from "@/lib/use-cases/opportunities/open-opportunity";
import { undoTransition, UndoTransitionInput } from "@/lib/use-cases/transitions/undo-transition";

export const openOpportunityAction = teamAction({
  needs: "opportunity:create",
  input: localized(openOpportunityInput),
  run: openOpportunity,
});

export const moveOpportunityAction = teamAction({
  needs: "opportunity:move",
  input: localized(moveOpportunityInput),
  run: moveOpportunity,
});

export const eraseOpportunityAction = teamAction({
  needs: "person:erase",
  input: EraseOpportunityInput,
  run: eraseOpportunity,
});

export const undoAction = teamAction({ needs: "transition:undo", input: UndoTransitionInput, run: undoTransition });

export const changeOpportunitiesAction = teamAction({
  needs: "opportunity:bulk",
  input: ChangeOpportunitiesInput,
  run: changeOpportunities,
});
export const undoManyAction = teamAction({ needs: "transition:undo", input: UndoManyInput, run: undoMany });
