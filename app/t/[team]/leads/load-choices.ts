import { listCampaigns, listChannels, listStages } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { LeadChoices } from "@/components/leads/lead-choices";
import type { TeamContext } from "@/lib/auth/team-context";
import { can } from "@/lib/domain/permissions";
import type { Credit } from "@/lib/domain/pipeline/transition";

/** What a lead can be given: everything live, and what it has already. */
export async function loadChoices({ db, role, user, team }: TeamContext, now?: Credit): Promise<LeadChoices> {
  const channels = await listChannels(db);
  const campaigns = await listCampaigns(db);
  const members = await listMembers(db);
  const stages = await listStages(db);
  const canAssign = can(role, "lead:reassign");
  return {
    channels: channels.filter(({ id, archivedAt }) => !archivedAt || id === now?.channelId).map(option),
    campaigns: campaigns
      .filter(({ id, archivedAt }) => !archivedAt || id === now?.campaignId)
      .map((one) => ({ ...option(one), channel: channels.find(({ id }) => id === one.channelId)?.name ?? "" })),
    owners: members
      .filter(({ userId, removedAt }) => !removedAt || userId === now?.ownerId)
      .map(({ userId, name }) => ({ id: userId, name })),
    stages: stages
      .filter(({ archivedAt }) => !archivedAt)
      .map(({ id, name, kind, subject }) => ({ id, name, kind, subject })),
    me: user.id,
    canAssign,
    currency: team.currency,
  };
}

function option<T extends string>({ id, name }: { readonly id: T; readonly name: string }) {
  return { id, name };
}
