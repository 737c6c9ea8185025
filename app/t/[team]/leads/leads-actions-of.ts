import type { LeadsActions } from "@/components/leads/leads-view";
import { addChannelAction } from "../settings/channels/actions";
import { changeLeadsAction, createLeadAction, quickAddLeadAction, undoAction, undoManyAction } from "./actions";

/** The actions of this page, each for the team in its address. */
export function leadsActionsOf(slug: string): LeadsActions {
  return {
    quickAdd: quickAddLeadAction.bind(null, slug),
    create: createLeadAction.bind(null, slug),
    createChannel: addChannelAction.bind(null, slug),
    undo: undoAction.bind(null, slug),
    bulk: { change: changeLeadsAction.bind(null, slug), undo: undoManyAction.bind(null, slug) },
  };
}
