import { z } from "zod";
import { findListedOpportunity } from "@/db/queries/api-lists";
import { listStages } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { CampaignId, ChannelId, LeadId, LostReasonId, OpportunityId, StageId, UserId } from "@/lib/domain/ids";
import type { TransitionId } from "@/lib/domain/ids";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { editOpportunity } from "@/lib/use-cases/opportunities/edit-opportunity";
import { loseOpportunity } from "@/lib/use-cases/opportunities/lose-opportunity";
import { moveOpportunity } from "@/lib/use-cases/opportunities/move-opportunity";
import { makeOpportunity, openOpportunity } from "@/lib/use-cases/opportunities/open-opportunity";
import { winOpportunity } from "@/lib/use-cases/opportunities/win-opportunity";
import { withExternalId } from "./external-id";
import { choiceWhenGiven, recordId, whenGiven } from "./fields";
import * as fields from "./record-fields";
import { renamed } from "./record-fields";
import { merged, nameOf } from "./write-leads";
import { writeOpportunity } from "./written-records";

const CREDIT = {
  channelId: fields.idOrNull<ChannelId>(),
  campaignId: fields.idOrNull<CampaignId>(),
  ownerId: fields.idOrNull<UserId>(),
};
const FACTS = { externalId: fields.EXTERNAL_ID, note: fields.NOTE_GIVEN, expected: fields.MONEY_OR_NULL };
const OPENING = { name: fields.NAME, ...FACTS, stageId: fields.idGiven<StageId>(), openedAt: fields.MOMENT };

export const AddOpportunityInput = z.strictObject({ ...OPENING, ...CREDIT });

/** An opportunity without a lead. */
export async function addOpportunity(ctx: TeamContext, input: z.output<typeof AddOpportunityInput>) {
  const { channelId = null, campaignId = null, ownerId = null } = input;
  const opened = await withExternalId(ctx, { subject: "opportunity", externalId: input.externalId }, () =>
    renamed({ openedOn: "openedAt" }, () =>
      openOpportunity(ctx, { ...openingOf(input), channelId, campaignId, ownerId }),
    ),
  );
  return opportunityAfter(ctx, opened.id, opened.transitionId);
}

export const AddOpportunityOfLeadInput = z.strictObject({
  id: recordId<LeadId>(),
  version: fields.VERSION,
  ...OPENING,
});

/** An opportunity of a lead, which becomes qualified; it takes over the lead's channel, campaign and owner. */
export async function addOpportunityOfLead(ctx: TeamContext, input: z.output<typeof AddOpportunityOfLeadInput>) {
  const { id: leadId, version } = input;
  const opened = await withExternalId(ctx, { subject: "opportunity", externalId: input.externalId }, () =>
    renamed({ openedOn: "openedAt" }, () => makeOpportunity(ctx, { ...openingOf(input), leadId, version })),
  );
  return opportunityAfter(ctx, opened.id, opened.transitionId);
}

function openingOf(input: z.output<z.ZodObject<typeof OPENING>>) {
  const { name, note = "", expected = null, stageId = null, openedAt = null } = input;
  return { name, note, money: expected, stageId, openedOn: openedAt };
}

export const ChangeOpportunityInput = z.strictObject({
  id: recordId<OpportunityId>(),
  version: fields.VERSION,
  name: fields.NAME_GIVEN,
  ...FACTS,
  ...CREDIT,
});

/** Changes what is given of an opportunity; `null` empties a field. */
export async function changeOpportunity(ctx: TeamContext, input: z.output<typeof ChangeOpportunityInput>) {
  const { id, version, name, expected, externalId, ...given } = input;
  const before = await findListedOpportunity(ctx.db, id);
  if (before === null) throw new AppError("not-found");
  if (Object.keys(input).length === 2) throw fieldError({ body: "required" });
  const { note, channelId, campaignId, ownerId } = before;
  const facts = merged({ note, channelId, campaignId, ownerId }, given);
  const money = expected === undefined ? writeOpportunity(before).expected : expected;
  await withExternalId(ctx, { subject: "opportunity", externalId }, async () => {
    await editOpportunity(ctx, { id, version, name: nameOf(name, before), ...facts, money });
    return { id };
  });
  return opportunityAfter(ctx, id, null);
}

export const MoveOpportunityToInput = z.strictObject({
  id: recordId<OpportunityId>(),
  version: fields.VERSION,
  to: recordId<StageId>(),
  occurredAt: fields.MOMENT,
  lostReason: fields.idGiven<LostReasonId>(),
  deal: z
    .strictObject({
      amount: fields.MONEY,
      kind: choiceWhenGiven(DEAL_KINDS),
      termMonths: whenGiven(parseTerm, { type: "integer", description: "1 to 1200." }),
    })
    .optional(),
});
type MoveOpportunityTo = z.output<typeof MoveOpportunityToInput>;

/** Moves an opportunity: among open stages, to won with its deal, to lost with the reason, or open again after a loss. */
export async function moveOpportunityTo(ctx: TeamContext, input: MoveOpportunityTo) {
  const names = { on: "occurredAt", signedOn: "occurredAt", stageId: "to", lostReasonId: "lostReason" };
  const taken = await renamed(names, () => moveByKind(ctx, input));
  return { ...(await opportunityAfter(ctx, input.id, taken.row?.id ?? null)), dealId: taken.dealId };
}

async function moveByKind(ctx: TeamContext, input: MoveOpportunityTo) {
  const { id, version, to, occurredAt: on = null, lostReason, deal } = input;
  const stages = (await listStages(ctx.db)).filter(({ subject }) => subject === "opportunity");
  const kind = stages.find((stage) => stage.id === to)?.kind;
  if (kind === undefined) throw fieldError({ to: "choice" });
  // What the move does not take is told, not dropped.
  if (kind !== "won" && deal !== undefined) throw fieldError({ deal: "unknown-field" });
  if (kind !== "lost" && lostReason !== undefined) throw fieldError({ lostReason: "unknown-field" });
  if (kind === "won") {
    if (deal === undefined) throw fieldError({ deal: "required" });
    const { amount: money, termMonths = null, kind: ofDeal = PRESETS[ctx.team.scenario].dealKinds[0] } = deal;
    return winOpportunity(ctx, { id, version, money, termMonths, kind: ofDeal, signedOn: on }, to);
  }
  if (kind === "lost") {
    if (lostReason === undefined) throw fieldError({ lostReason: "required" });
    return { ...(await loseOpportunity(ctx, { id, version, lostReasonId: lostReason, on }, to)), dealId: null };
  }
  return { ...(await moveOpportunity(ctx, { id, version, stageId: to, on })), dealId: null };
}

function parseTerm(input: unknown) {
  const isTerm = typeof input === "number" && Number.isInteger(input) && input >= 1 && input <= 1200;
  return isTerm ? accept(input) : refuse("count");
}

/** The opportunity as lists give it now, and the row of the log that the write added, which can be undone. */
async function opportunityAfter({ db }: TeamContext, id: OpportunityId, transitionId: TransitionId | null) {
  const row = await findListedOpportunity(db, id);
  if (row === null) throw new AppError("not-found");
  return { ...writeOpportunity(row), transitionId };
}
