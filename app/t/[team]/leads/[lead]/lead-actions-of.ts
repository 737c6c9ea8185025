import type { LeadPageActions } from "@/components/leads/lead-actions";
import {
  archiveLeadAction,
  editLeadAction,
  eraseLeadAction,
  excludeLeadAction,
  makeOpportunityAction,
  moveLeadAction,
  sellDirectlyAction,
} from "./actions";

/** The actions of this page, each for the team in its address. */
export function leadActionsOf(slug: string): LeadPageActions {
  return {
    edit: editLeadAction.bind(null, slug),
    move: moveLeadAction.bind(null, slug),
    exclude: excludeLeadAction.bind(null, slug),
    archive: archiveLeadAction.bind(null, slug),
    erase: eraseLeadAction.bind(null, slug),
    convert: makeOpportunityAction.bind(null, slug),
    sell: sellDirectlyAction.bind(null, slug),
  };
}
