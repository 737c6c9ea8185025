import {
  changeOpportunitiesAction,
  moveOpportunityAction,
  openOpportunityAction,
  undoAction,
  undoManyAction,
} from "./actions";

/** The actions of the list and the board, each for the team in their address. */
export function listActionsOf(slug: string) {
  return {
    open: openOpportunityAction.bind(null, slug),
    move: moveOpportunityAction.bind(null, slug),
    undo: undoAction.bind(null, slug),
    bulk: { change: changeOpportunitiesAction.bind(null, slug), undo: undoManyAction.bind(null, slug) },
  };
}
