"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { archiveOpportunity, ArchiveOpportunityInput } from "@/lib/use-cases/opportunities/archive-opportunity";
import { editOpportunity, editOpportunityInput } from "@/lib/use-cases/opportunities/edit-opportunity";
import { loseOpportunity, loseOpportunityInput } from "@/lib/use-cases/opportunities/lose-opportunity";
import { moveOpportunity, moveOpportunityInput } from "@/lib/use-cases/opportunities/move-opportunity";
import { winOpportunity, winOpportunityInput } from "@/lib/use-cases/opportunities/win-opportunity";

export const editOpportunityAction = teamAction({
  needs: "opportunity:edit",
  input: localized(editOpportunityInput),
  run: editOpportunity,
});

export const reopenOpportunityAction = teamAction({
  needs: "opportunity:reopen",
  input: localized(moveOpportunityInput),
  run: moveOpportunity,
});

export const winOpportunityAction = teamAction({
  needs: "deal:create",
  input: localized(winOpportunityInput),
  run: winOpportunity,
});

export const loseOpportunityAction = teamAction({
  needs: "opportunity:move",
  input: localized(loseOpportunityInput),
  run: loseOpportunity,
});

export const archiveOpportunityAction = teamAction({
  needs: "opportunity:archive",
  input: ArchiveOpportunityInput,
  run: archiveOpportunity,
});
