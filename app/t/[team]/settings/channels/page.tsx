import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Channels } from "@/components/settings/channels";
import { PageHeader } from "@/components/shell/page-header";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("channels") };
}

export default async function ChannelsPage({ params }: PageProps<"/t/[team]/settings/channels">) {
  const { team } = await params;
  const { channels, campaigns, currency, role } = await openTeam(team, "settings:read", async (ctx) => ({
    channels: (await listChannels(ctx.db)).filter(({ archivedAt }) => archivedAt === null),
    campaigns: (await listCampaigns(ctx.db)).filter(({ archivedAt }) => archivedAt === null),
    currency: ctx.team.currency,
    role: ctx.role,
  }));
  const t = await getTranslations("settings");
  const mayChange = can(role, "settings:channels");
  return (
    <>
      <PageHeader title={t("channels")} description={t("channelsLead")} />
      <Channels
        channels={channels}
        campaigns={campaigns}
        currency={currency}
        actions={{
          addChannel: can(role, "channel:create") ? actions.addChannelAction.bind(null, team) : null,
          editChannel: mayChange ? actions.editChannelAction.bind(null, team) : null,
          archiveChannel: mayChange ? actions.archiveChannelAction.bind(null, team) : null,
          addCampaign: can(role, "campaign:create") ? actions.addCampaignAction.bind(null, team) : null,
          editCampaign: can(role, "campaign:edit") ? actions.editCampaignAction.bind(null, team) : null,
          archiveCampaign: mayChange ? actions.archiveCampaignAction.bind(null, team) : null,
        }}
      />
    </>
  );
}
