import { z } from "zod";
import { archiveOpportunityRow } from "@/db/mutations/records";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Id, OpportunityId } from "@/lib/domain/ids";
import { decide } from "@/lib/use-cases/cases/decide";
import { choiceField, idField, versionField } from "@/lib/use-cases/fields";

export const ArchiveOpportunityInput = z.strictObject({
  id: idField<OpportunityId>(),
  version: versionField,
  put: choiceField(["away", "back"]),
});

/** Out of the working lists, or back; an archived opportunity still counts. */
export async function archiveOpportunity(
  ctx: TeamContext,
  { id, version, put }: z.output<typeof ArchiveOpportunityInput>,
): Promise<void> {
  const activity = {
    id: ctx.newId<Id<"activity">>(),
    action: put === "away" ? "opportunity.archived" : "opportunity.unarchived",
    subjectKind: "opportunity",
    subjectId: id,
    fields: ["archivedAt"],
  };
  await decide(ctx, { opportunityId: id, version }, () => ({ kind: "unchanged" }), { activities: [activity] });
  await archiveOpportunityRow(ctx.db, id, put === "away" ? ctx.now : null);
}
