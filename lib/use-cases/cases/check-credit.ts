import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { UserId } from "@/lib/domain/ids";
import { type Capability, can } from "@/lib/domain/permissions";
import type { Credit } from "@/lib/domain/pipeline/transition";

/**
 * The credit with its channel filled in from the campaign. Refused at the field: an archived or foreign channel or campaign
 * (unless the record has it already), a campaign of another channel, an owner who is no member.
 */
export async function checkCredit(ctx: TeamContext, wanted: Credit, before: Credit | null = null): Promise<Credit> {
  const [campaign] = (await listCampaigns(ctx.db)).filter(({ id }) => id === wanted.campaignId);
  if (wanted.campaignId !== null && (!campaign || (campaign.archivedAt && campaign.id !== before?.campaignId))) {
    throw fieldError({ campaignId: "choice" });
  }
  const channelId = wanted.channelId ?? campaign?.channelId ?? null;
  if (campaign && campaign.channelId !== channelId) throw fieldError({ campaignId: "choice" });
  const [channel] = (await listChannels(ctx.db)).filter(({ id }) => id === channelId);
  if (channelId !== null && (!channel || (channel.archivedAt && channel.id !== before?.channelId))) {
    throw fieldError({ channelId: "choice" });
  }
  const owner = (await listMembers(ctx.db)).find(({ userId }) => userId === wanted.ownerId);
  if (wanted.ownerId !== null && (!owner || (owner.removedAt && owner.userId !== before?.ownerId))) {
    throw fieldError({ ownerId: "choice" });
  }
  return { ...wanted, channelId };
}

/** Taking a record that is nobody's or one's own is a member's right; another's credit is reserved. */
export function assertMayAssign(
  ctx: TeamContext,
  owners: { readonly before: UserId | null; readonly after: UserId | null },
  reassign: Extract<Capability, "lead:reassign" | "opportunity:reassign">,
): void {
  if (owners.before === owners.after) return;
  const isOwn = owners.before === null || owners.before === ctx.user.id;
  if (!isOwn && !can(ctx.role, reassign)) throw new AppError("forbidden");
}
