import { z } from "zod";
import { archiveLeadRow } from "@/db/mutations/records";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Id, LeadId } from "@/lib/domain/ids";
import { decide } from "@/lib/use-cases/cases/decide";
import { choiceField, idField, versionField } from "@/lib/use-cases/fields";

export const ArchiveLeadInput = z.strictObject({
  id: idField<LeadId>(),
  version: versionField,
  put: choiceField(["away", "back"]),
});

/** Out of the working lists, or back; an archived lead still counts. */
export async function archiveLead(ctx: TeamContext, input: z.output<typeof ArchiveLeadInput>): Promise<void> {
  const { id, version, put } = input;
  const activity = {
    id: ctx.newId<Id<"activity">>(),
    action: put === "away" ? "lead.archived" : "lead.unarchived",
    subjectKind: "lead",
    subjectId: id,
    fields: ["archivedAt"],
  };
  await decide(ctx, { leadId: id, version }, () => ({ kind: "unchanged" }), { activities: [activity] });
  await archiveLeadRow(ctx.db, id, put === "away" ? ctx.now : null);
}
