import { z } from "zod";
import { updateLeadFacts } from "@/db/mutations/records";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { Id, LeadId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { creditAnew } from "@/lib/domain/pipeline/commands/credit";
import { rightNow } from "@/lib/domain/pipeline/when";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { assertNotErased } from "@/lib/use-cases/cases/assert-not-erased";
import { assertMayAssign, checkCredit } from "@/lib/use-cases/cases/check-credit";
import { decide, lockCase } from "@/lib/use-cases/cases/decide";
import { idField, versionField } from "@/lib/use-cases/fields";
import { LEAD_FIELDS } from "./create-lead";

export function editLeadInput(locale: "nb" | "en") {
  return z
    .strictObject({ ...LEAD_FIELDS, id: idField<LeadId>(), version: versionField })
    .transform(readAmount(locale, { isRequired: false }));
}
export type EditLead = z.output<ReturnType<typeof editLeadInput>>;

/** Changes what is known of a lead. A new channel, campaign or owner is a row of the log; the rest is not history. */
export async function editLead(ctx: TeamContext, input: EditLead): Promise<void> {
  const { id, version, channelId, campaignId, ownerId, money, ...facts } = input;
  const before = stateOf(await lockCase(ctx, { leadId: id, version })).lead;
  if (before === null) throw new AppError("not-found");
  await assertNotErased(ctx, { leadId: id });
  assertMayAssign(ctx, { before: before.ownerId, after: ownerId }, "lead:reassign");
  const credit = await checkCredit(ctx, { channelId, campaignId, ownerId }, before);
  const when = rightNow(ctx.team.timeZone, ctx.now);
  const activity = {
    id: ctx.newId<Id<"activity">>(),
    action: "lead.edited",
    subjectKind: "lead",
    subjectId: id,
    fields: [...Object.keys(facts), "money"],
  };
  await decide(
    ctx,
    { leadId: id, version },
    (file, { recording }) => creditAnew(file, { opportunityId: null }, { credit, when }, recording),
    { activities: [activity] },
  );
  const expected = { expectedMinor: money?.minor ?? null, currency: money?.currency ?? null };
  await updateLeadFacts(ctx.db, id, { ...facts, ...expected, nameNorm: fold(facts.name) });
}
