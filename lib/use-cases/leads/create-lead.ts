import { z } from "zod";
import { findPossibleDuplicate } from "@/db/queries/leads";
import type { TeamContext } from "@/lib/auth/team-context";
import { fold } from "@/lib/domain/fold";
import type { CampaignId, ChannelId, LeadId, TransitionId, UserId } from "@/lib/domain/ids";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { EMPTY_CASE } from "@/lib/domain/pipeline/case";
import { bringInLead } from "@/lib/domain/pipeline/commands/open";
import { AMOUNT_FIELDS, readAmount } from "@/lib/use-cases/cases/amount-field";
import { assertMayAssign, checkCredit } from "@/lib/use-cases/cases/check-credit";
import { loadTools, recordDecision } from "@/lib/use-cases/cases/decide";
import { SENDING_FIELD, sentOnce } from "@/lib/use-cases/cases/sent-once";
import { stated } from "@/lib/use-cases/cases/stated";
import {
  idField,
  nameField,
  noteField,
  optionalIdField,
  optionalLeadEmailField,
  optionalNameField,
  optionalTypedDateField,
} from "@/lib/use-cases/fields";

export const LEAD_FIELDS = {
  name: nameField,
  company: optionalNameField,
  email: optionalLeadEmailField,
  phone: optionalNameField,
  note: noteField,
  channelId: optionalIdField<ChannelId>(),
  campaignId: optionalIdField<CampaignId>(),
  ownerId: optionalIdField<UserId>(),
  ...AMOUNT_FIELDS,
};

export function createLeadInput(locale: "nb" | "en") {
  return z
    .strictObject({ ...LEAD_FIELDS, cameInOn: optionalTypedDateField(locale), ...SENDING_FIELD })
    .transform(readAmount(locale, { isRequired: false }));
}
export type CreateLead = z.output<ReturnType<typeof createLeadInput>>;

const Made = z.strictObject({ id: idField<LeadId>(), transitionId: idField<TransitionId>() });

/** A lead comes in, today or on an earlier day, in the first open stage. A form sent twice brings in one. */
export async function createLead(ctx: TeamContext, input: CreateLead): Promise<AddedLead> {
  const { sending: _, ...typed } = input;
  const { id, transitionId } = await sentOnce(ctx, input, Made, () => bringIn(ctx, typed));
  const { name, email } = input;
  return { id, name, transitionId, duplicate: await findPossibleDuplicate(ctx.db, { id, name, email }), unknown: [] };
}

async function bringIn(ctx: TeamContext, input: Omit<CreateLead, "sending">): Promise<z.output<typeof Made>> {
  const { channelId, campaignId, ownerId, cameInOn, money, ...facts } = input;
  const when = stated(ctx, cameInOn, "cameInOn");
  assertMayAssign(ctx, { before: null, after: ownerId }, "lead:reassign");
  const credit = await checkCredit(ctx, { channelId, campaignId, ownerId });
  const { recording, first } = await loadTools(ctx);
  const id = ctx.newId<LeadId>();
  const row = bringInLead(id, { to: first("lead", "open"), when, credit }, recording);
  const lead = {
    ...facts,
    id,
    nameNorm: fold(facts.name),
    externalId: null,
    expectedMinor: money?.minor ?? null,
    currency: money?.currency ?? null,
    batchId: null,
  };
  await recordDecision(ctx, EMPTY_CASE, { kind: "decided", rows: [row], voids: [] }, { leads: [lead] });
  return { id, transitionId: row.id };
}
