import { z } from "zod";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { ChannelId } from "@/lib/domain/ids";
import { parseName } from "@/lib/domain/input/name";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { parseQuickAdd } from "@/lib/domain/leads/quick-add";
import { SENDING_FIELD } from "@/lib/use-cases/cases/sent-once";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import { field, optionalIdField } from "@/lib/use-cases/fields";
import { createLead, createLeadInput } from "./create-lead";

const LINE_LENGTH_MAX = 600;

export function quickAddLeadInput(locale: "nb" | "en") {
  return z
    .strictObject({
      line: field((input) => parseName(input, LINE_LENGTH_MAX)),
      channelId: optionalIdField<ChannelId>(),
      ...SENDING_FIELD,
    })
    .transform((input) => ({ ...input, locale }));
}
export type QuickAddLead = z.output<ReturnType<typeof quickAddLeadInput>>;

/** A lead from one typed line, its writer's unless it says whose. What is wrong with a part of it is told at the line; unknown marks never block. */
export async function quickAddLead(ctx: TeamContext, input: QuickAddLead): Promise<AddedLead> {
  const { line, channelId, sending, locale } = input;
  const { unknown, ...parts } = parseQuickAdd(line, await loadQuickAddNames(ctx), locale);
  const typed = {
    ...parts,
    note: "",
    amount: parts.amount ?? undefined,
    channelId: parts.channelId ?? channelId,
    ownerId: parts.ownerId ?? ctx.user.id,
    sending,
  };
  const parsed = createLeadInput(locale).safeParse(typed);
  if (!parsed.success) {
    const [code = "text"] = Object.values(fieldErrors(parsed.error));
    throw fieldError({ line: code });
  }
  return { ...(await createLead(ctx, parsed.data)), unknown };
}

/** What `#` and `@` can mean in this team now. */
export async function loadQuickAddNames({ db, team }: TeamContext) {
  const channels = (await listChannels(db)).filter(({ archivedAt }) => archivedAt === null);
  const campaigns = (await listCampaigns(db)).filter(({ archivedAt }) => archivedAt === null);
  const members = (await listMembers(db)).filter(({ removedAt }) => removedAt === null);
  return {
    channels: channels.map(({ id, name, nameNorm, aliases }) => ({ id, name, nameNorm, aliases })),
    campaigns: campaigns.map(({ id, channelId, name, nameNorm }) => ({ id, channelId, name, nameNorm })),
    members: members.map(({ userId, name }) => ({ userId, name })),
    currency: team.currency,
  };
}
