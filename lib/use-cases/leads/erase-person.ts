import { z } from "zod";
import { erasePeople } from "@/db/mutations/erase-people";
import type { TeamContext } from "@/lib/auth/team-context";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { assertNotErased } from "@/lib/use-cases/cases/assert-not-erased";
import { lockCase } from "@/lib/use-cases/cases/decide";
import { idField, tickedField, versionField } from "@/lib/use-cases/fields";
import { AppError } from "@/lib/domain/errors";

export const EraseLeadInput = z.strictObject({
  id: idField<LeadId>(),
  version: versionField,
  understood: tickedField,
});

/**
 * Erases the person behind a lead: on the lead, its opportunities and deals, and wherever their words were kept in passing.
 * What was counted is counted still.
 */
export async function eraseLead(ctx: TeamContext, input: z.output<typeof EraseLeadInput>): Promise<void> {
  const { id, version } = input;
  await lockCase(ctx, { leadId: id, version });
  await assertNotErased(ctx, { leadId: id });
  await erasePeople(ctx.db, { leadIds: [id], opportunityIds: [] }, ctx.now);
  await recordActivity(ctx, "person.erased", ["lead", id], ["name", "company", "email", "phone", "note", "externalId"]);
}

export const EraseOpportunityInput = z.strictObject({
  id: idField<OpportunityId>(),
  version: versionField,
  understood: tickedField,
});

/** The same of an opportunity that came without a lead; one with a lead is erased with it. */
export async function eraseOpportunity(ctx: TeamContext, input: z.output<typeof EraseOpportunityInput>): Promise<void> {
  const { id, version } = input;
  const file = await lockCase(ctx, { opportunityId: id, version });
  if (file.lead !== null) throw new AppError("not-found");
  await assertNotErased(ctx, { opportunityId: id });
  await erasePeople(ctx.db, { leadIds: [], opportunityIds: [id] }, ctx.now);
  await recordActivity(ctx, "person.erased", ["opportunity", id], ["name", "note", "externalId"]);
}
