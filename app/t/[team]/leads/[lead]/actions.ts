"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { sellDirectly, sellDirectlyInput } from "@/lib/use-cases/deals/sell-directly";
import { archiveLead, ArchiveLeadInput } from "@/lib/use-cases/leads/archive-lead";
import { eraseLead, EraseLeadInput } from "@/lib/use-cases/leads/erase-person";
import { editLead, editLeadInput } from "@/lib/use-cases/leads/edit-lead";
import { moveLead, moveLeadInput } from "@/lib/use-cases/leads/move-lead";
import { makeOpportunity, makeOpportunityInput } from "@/lib/use-cases/opportunities/open-opportunity";

export const editLeadAction = teamAction({ needs: "lead:edit", input: localized(editLeadInput), run: editLead });

export const moveLeadAction = teamAction({ needs: "lead:move", input: localized(moveLeadInput), run: moveLead });

export const excludeLeadAction = teamAction({ needs: "lead:exclude", input: localized(moveLeadInput), run: moveLead });

export const archiveLeadAction = teamAction({ needs: "lead:archive", input: ArchiveLeadInput, run: archiveLead });

export const eraseLeadAction = teamAction({ needs: "person:erase", input: EraseLeadInput, run: eraseLead });

export const makeOpportunityAction = teamAction({
  needs: "opportunity:create",
  input: localized(makeOpportunityInput),
  run: makeOpportunity,
});

export const sellDirectlyAction = teamAction({
  needs: "deal:create",
  input: localized(sellDirectlyInput),
  run: sellDirectly,
});
