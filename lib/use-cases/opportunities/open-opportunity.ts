import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { CampaignId, ChannelId, LeadId, OpportunityId, StageId, TransitionId, UserId } from "@/lib/domain/ids";
import type { OpenedOpportunity } from "@/lib/domain/opportunities/opened-opportunity";
import { EMPTY_CASE, stateOf } from "@/lib/domain/pipeline/case";
import { openOpportunity as open } from "@/lib/domain/pipeline/commands/open";
import { type Credit, opportunityKind } from "@/lib/domain/pipeline/transition";
import { AMOUNT_FIELDS, type Money, readAmount } from "@/lib/use-cases/cases/amount-field";
import { assertNotErased } from "@/lib/use-cases/cases/assert-not-erased";
import { assertMayAssign, checkCredit } from "@/lib/use-cases/cases/check-credit";
import { loadTools, lockCase, recordDecision, type Tools } from "@/lib/use-cases/cases/decide";
import { SENDING_FIELD, sentOnce } from "@/lib/use-cases/cases/sent-once";
import { stated } from "@/lib/use-cases/cases/stated";
import {
  idField,
  nameField,
  noteField,
  optionalIdField,
  optionalTypedDateField,
  versionField,
} from "@/lib/use-cases/fields";

export const OPPORTUNITY_FIELDS = { name: nameField, note: noteField, ...AMOUNT_FIELDS };

export function openOpportunityInput(locale: "nb" | "en") {
  return z
    .strictObject({
      ...OPPORTUNITY_FIELDS,
      stageId: optionalIdField<StageId>(),
      channelId: optionalIdField<ChannelId>(),
      campaignId: optionalIdField<CampaignId>(),
      ownerId: optionalIdField<UserId>(),
      openedOn: optionalTypedDateField(locale),
      ...SENDING_FIELD,
    })
    .transform(readAmount(locale, { isRequired: false }));
}
export type OpenOpportunity = z.output<ReturnType<typeof openOpportunityInput>>;

const Made = z.strictObject({ id: idField<OpportunityId>(), transitionId: idField<TransitionId>().nullable() });

/**
 * An opportunity without a lead: an upsell, a walk-in. It counts in the opportunity rate and nowhere else. A form sent
 * twice opens one.
 */
export async function openOpportunity(ctx: TeamContext, input: OpenOpportunity): Promise<OpenedOpportunity> {
  const { id, transitionId } = await sentOnce(ctx, input, Made, () => openWithoutLead(ctx, input));
  return { id, name: input.name, transitionId };
}

async function openWithoutLead(ctx: TeamContext, input: OpenOpportunity): Promise<z.output<typeof Made>> {
  const { channelId, campaignId, ownerId } = input;
  assertMayAssign(ctx, { before: null, after: ownerId }, "opportunity:reassign");
  const credit = await checkCredit(ctx, { channelId, campaignId, ownerId });
  return record(ctx, { ...input, leadId: null }, credit);
}

export function makeOpportunityInput(locale: "nb" | "en") {
  return z
    .strictObject({
      ...OPPORTUNITY_FIELDS,
      leadId: idField<LeadId>(),
      version: versionField,
      stageId: optionalIdField<StageId>(),
      openedOn: optionalTypedDateField(locale),
    })
    .transform(readAmount(locale, { isRequired: false }));
}
export type MakeOpportunity = z.output<ReturnType<typeof makeOpportunityInput>>;

/** Makes an opportunity of a lead. It takes over the lead's channel, campaign and owner. Sent twice it is one opportunity. */
export async function makeOpportunity(ctx: TeamContext, input: MakeOpportunity): Promise<OpenedOpportunity> {
  const file = await lockCase(ctx, { leadId: input.leadId, version: input.version });
  const lead = stateOf(file).lead;
  if (lead === null) throw new AppError("not-found");
  await assertNotErased(ctx, { leadId: input.leadId });
  return { ...(await record(ctx, input, lead)), name: input.name };
}

interface Opening extends Pick<MakeOpportunity, "name" | "note" | "stageId" | "openedOn"> {
  readonly leadId: LeadId | null;
  readonly money: Money | null;
}

async function record(ctx: TeamContext, input: Opening, credit: Credit): Promise<z.output<typeof Made>> {
  const when = stated(ctx, input.openedOn, "openedOn");
  const tools = await loadTools(ctx);
  const to = stageFor(input.stageId, tools);
  const file = input.leadId === null ? EMPTY_CASE : await lockCase(ctx, { leadId: input.leadId, version: null });
  const id = ctx.newId<OpportunityId>();
  const { channelId, campaignId, ownerId } = credit;
  const step = { to, when, credit: { channelId, campaignId, ownerId } };
  const decision = open(file, id, step, tools.consequences, tools.recording);
  const opportunity = {
    id,
    leadId: input.leadId,
    externalId: null,
    name: input.name,
    nameNorm: fold(input.name),
    note: input.note,
    expectedMinor: input.money?.minor ?? null,
    currency: input.money?.currency ?? null,
    batchId: null,
  };
  const workedOn = input.leadId === null ? [] : [input.leadId];
  await recordDecision(ctx, file, decision, { opportunities: [opportunity], workedOn });
  const opening = decision.kind === "decided" ? decision.rows.find((row) => row.opportunityId === id) : undefined;
  return { id, transitionId: opening?.id ?? null };
}

function stageFor(stageId: StageId | null, { stage, first }: Tools) {
  if (stageId === null) return first("opportunity", "open");
  const chosen = stage("opportunity", stageId);
  if (chosen === null || opportunityKind(chosen.kind) !== "open") throw fieldError({ stageId: "choice" });
  return { id: chosen.id, kind: "open" } as const;
}
