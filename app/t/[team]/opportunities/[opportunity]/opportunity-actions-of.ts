import type { OpportunityPageActions } from "@/components/opportunities/opportunity-actions";
import { voidDealAction } from "../../deals/actions";
import { eraseOpportunityAction, moveOpportunityAction, undoAction } from "../actions";
import {
  archiveOpportunityAction,
  editOpportunityAction,
  loseOpportunityAction,
  reopenOpportunityAction,
  winOpportunityAction,
} from "./actions";

/** The actions of this page, each for the team in its address. */
export function opportunityActionsOf(slug: string): OpportunityPageActions {
  return {
    edit: editOpportunityAction.bind(null, slug),
    move: moveOpportunityAction.bind(null, slug),
    reopen: reopenOpportunityAction.bind(null, slug),
    win: winOpportunityAction.bind(null, slug),
    lose: loseOpportunityAction.bind(null, slug),
    erase: eraseOpportunityAction.bind(null, slug),
    archive: archiveOpportunityAction.bind(null, slug),
    voidDeal: voidDealAction.bind(null, slug),
    undo: undoAction.bind(null, slug),
  };
}
