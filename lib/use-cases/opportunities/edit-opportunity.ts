import { z } from "zod";
import { updateOpportunityFacts } from "@/db/mutations/records";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { CampaignId, ChannelId, Id, OpportunityId, UserId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { creditAnew } from "@/lib/domain/pipeline/commands/credit";
import { rightNow } from "@/lib/domain/pipeline/when";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { assertNotErased } from "@/lib/use-cases/cases/assert-not-erased";
import { assertMayAssign, checkCredit } from "@/lib/use-cases/cases/check-credit";
import { decide, lockCase } from "@/lib/use-cases/cases/decide";
import { idField, optionalIdField, versionField } from "@/lib/use-cases/fields";
import { OPPORTUNITY_FIELDS } from "./open-opportunity";

export function editOpportunityInput(locale: "nb" | "en") {
  return z
    .strictObject({
      ...OPPORTUNITY_FIELDS,
      id: idField<OpportunityId>(),
      version: versionField,
      channelId: optionalIdField<ChannelId>(),
      campaignId: optionalIdField<CampaignId>(),
      ownerId: optionalIdField<UserId>(),
    })
    .transform(readAmount(locale, { isRequired: false }));
}
export type EditOpportunity = z.output<ReturnType<typeof editOpportunityInput>>;

/** Changes what is known of an opportunity; a new channel, campaign or owner is a row of the log. */
export async function editOpportunity(ctx: TeamContext, input: EditOpportunity): Promise<void> {
  const { id, version, channelId, campaignId, ownerId, money, ...facts } = input;
  const before = stateOf(await lockCase(ctx, { opportunityId: id, version })).opportunities.get(id);
  if (!before) throw new AppError("not-found");
  await assertNotErased(ctx, { opportunityId: id });
  assertMayAssign(ctx, { before: before.ownerId, after: ownerId }, "opportunity:reassign");
  const credit = await checkCredit(ctx, { channelId, campaignId, ownerId }, before);
  const when = rightNow(ctx.team.timeZone, ctx.now);
  const activity = {
    id: ctx.newId<Id<"activity">>(),
    action: "opportunity.edited",
    subjectKind: "opportunity",
    subjectId: id,
    fields: [...Object.keys(facts), "money"],
  };
  await decide(
    ctx,
    { opportunityId: id, version },
    (file, { recording }) => creditAnew(file, { opportunityId: id }, { credit, when }, recording),
    { activities: [activity] },
  );
  const expected = { expectedMinor: money?.minor ?? null, currency: money?.currency ?? null };
  await updateOpportunityFacts(ctx.db, id, { ...facts, ...expected, nameNorm: fold(facts.name) });
}
