import { z } from "zod";
import { findListedLead } from "@/db/queries/api-lists";
import { listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { CampaignId, ChannelId, LeadId, StageId, TransitionId, UserId } from "@/lib/domain/ids";
import { EXCLUDED_AS } from "@/lib/domain/pipeline/kinds";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { editLead } from "@/lib/use-cases/leads/edit-lead";
import { takeLeadStep } from "@/lib/use-cases/leads/move-lead";
import { withExternalId } from "./external-id";
import { choiceWhenGiven, recordId } from "./fields";
import * as fields from "./record-fields";
import { renamed } from "./record-fields";
import { writeLead } from "./written-records";

const FACTS = {
  externalId: fields.EXTERNAL_ID,
  company: fields.LINE_OR_NULL,
  email: fields.EMAIL_OR_NULL,
  phone: fields.LINE_OR_NULL,
  note: fields.NOTE_GIVEN,
  channelId: fields.idOrNull<ChannelId>(),
  campaignId: fields.idOrNull<CampaignId>(),
  ownerId: fields.idOrNull<UserId>(),
  expected: fields.MONEY_OR_NULL,
};

export const AddLeadInput = z.strictObject({ name: fields.NAME, ...FACTS, cameInAt: fields.MOMENT });

/** A lead comes in, in the first open stage. */
export async function addLead(ctx: TeamContext, input: z.output<typeof AddLeadInput>) {
  const { name, note = "", expected = null, cameInAt = null } = input;
  const { company = null, email = null, phone = null, channelId = null, campaignId = null, ownerId = null } = input;
  const facts = { name, company, email, phone, note, channelId, campaignId, ownerId, money: expected };
  const { id, transitionId } = await withExternalId(ctx, { subject: "lead", externalId: input.externalId }, () =>
    renamed({ cameInOn: "cameInAt" }, () => createLead(ctx, { ...facts, cameInOn: cameInAt })),
  );
  return leadAfter(ctx, id, transitionId);
}

export const ChangeLeadInput = z.strictObject({
  id: recordId<LeadId>(),
  version: fields.VERSION,
  name: fields.NAME_GIVEN,
  ...FACTS,
});

/** Changes what is given of a lead; `null` empties a field. */
export async function changeLead(ctx: TeamContext, input: z.output<typeof ChangeLeadInput>) {
  const { id, version, name, expected, externalId, ...given } = input;
  const before = await findListedLead(ctx.db, id);
  if (before === null) throw new AppError("not-found");
  if (Object.keys(input).length === 2) throw fieldError({ body: "required" });
  const { company, email, phone, note, channelId, campaignId, ownerId } = before;
  const kept = { company, email, phone, note, channelId, campaignId, ownerId };
  const money = expected === undefined ? writeLead(before).expected : expected;
  await withExternalId(ctx, { subject: "lead", externalId }, async () => {
    await editLead(ctx, { id, version, name: nameOf(name, before), ...merged(kept, given), money });
    return { id };
  });
  return leadAfter(ctx, id, null);
}

export const MoveLeadToInput = z.strictObject({
  id: recordId<LeadId>(),
  version: fields.VERSION,
  to: recordId<StageId>(),
  occurredAt: fields.MOMENT,
  excludedAs: choiceWhenGiven(EXCLUDED_AS),
});

/** Moves a lead among open stages, to "not a fit", out of the rates or back in. */
export async function moveLeadTo(ctx: TeamContext, input: z.output<typeof MoveLeadToInput>) {
  const { id, version, to, occurredAt = null, excludedAs = null } = input;
  const stage = (await listStages(ctx.db)).find((one) => one.id === to);
  // What the move does not take is told, not dropped.
  if (stage && stage.kind !== "excluded" && excludedAs !== null) throw fieldError({ excludedAs: "unknown-field" });
  const transitionId = await renamed({ on: "occurredAt", stageId: "to" }, () =>
    takeLeadStep(ctx, { id, version, stageId: to, on: occurredAt, excludedAs }),
  );
  return leadAfter(ctx, id, transitionId);
}

/** The name given, else the one that stands; a record that was erased has none. */
export function nameOf(given: string | undefined, before: { readonly name: string | null }): string {
  const name = given ?? before.name;
  if (name === null) throw fieldError({ name: "required" });
  return name;
}

/** What was given in the place of what stood; a field that was not given is kept. */
export function merged<T extends object>(kept: T, given: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(told) };
}

/** The lead as lists give it now, and the row of the log that the write added, which can be undone. */
async function leadAfter({ db }: TeamContext, id: LeadId, transitionId: TransitionId | null) {
  const row = await findListedLead(db, id);
  if (row === null) throw new AppError("not-found");
  return { ...writeLead(row), transitionId };
}
