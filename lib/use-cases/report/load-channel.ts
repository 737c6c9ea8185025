import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { channelFinding, type Held } from "@/lib/domain/diagnosis/report-findings";
import type { ChannelId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { campaignRow, type CampaignRow } from "@/lib/domain/metrics/campaign-row";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { restRow } from "@/lib/domain/metrics/rest-row";
import { loadBlocks } from "./load-blocks";
import { loadHeldReport } from "./load-held-report";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** The report of one channel, and the same numbers of all others; `null` where the team has no such channel. */
export async function loadChannel(asker: Asker, typedId: string, asked: ReportQuery) {
  const id = parseUuid(typedId);
  const channel = id.ok ? (await listChannels(asker.db)).find((each) => each.id === id.value) : undefined;
  if (channel === undefined) return null;
  const whole = { ...asked, channels: [] };
  const query = { ...asked, channels: [channel.id] };
  const { report: team, held: ofTeam } = await loadHeldReport(asker, whole);
  const { report, held: own, known } = await loadHeldReport(asker, query);
  const held: Held = { ...own, targetOf: (_, aim) => own.targetOf(channel.id, aim) };
  const finding = channelFinding(team, ofTeam, channel.id);
  return {
    channel: { id: channel.id, name: channel.name },
    report,
    held,
    findings: finding === null ? [] : [finding],
    rest: restRow(team.total, report.total, query),
    blocks: await loadBlocks(asker, query, known),
    campaigns: await loadCampaigns(asker, known.counting.asked, channel.id),
  };
}

/** To date, whatever the period: a campaign's cost is of all its leads. */
async function loadCampaigns(asker: Asker, asked: CountingQuery, channel: ChannelId): Promise<readonly CampaignRow[]> {
  const toDate = { ...asked, period: null, basis: "start", owners: [], campaigns: [] } as const;
  const [rows = []] = await countEach(asker.db, toDate, [{ period: null, by: "campaign" }]);
  const counted = new Map(rows.map(({ key, parts }) => [key, parts.leads]));
  const campaigns = (await listCampaigns(asker.db)).filter(({ channelId }) => channelId === channel);
  return campaigns.map(({ id, name, audienceSize: audience, costMinor, currency }) =>
    campaignRow({
      id,
      name,
      audience,
      leads: counted.get(id)?.total ?? 0,
      customers: counted.get(id)?.customers ?? 0,
      cost: costMinor === null || currency === null ? null : { minor: costMinor, currency },
    }),
  );
}
