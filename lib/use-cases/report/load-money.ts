import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import { sumOfLeads, sumSigned } from "@/db/queries/deal-sums";
import { listCampaigns } from "@/db/queries/pipeline";
import { listSampleCampaigns } from "@/db/queries/samples";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CampaignId } from "@/lib/domain/ids";
import { type CampaignUnits, type Money, moneyOf } from "@/lib/domain/metrics/money";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf, type Known } from "./counting-of";

/** What was won in the period, what its leads are worth, and what the campaigns behind them cost. */
export async function loadMoney(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<Money> {
  const { db } = asker;
  const { asked, sampleUse } = known.counting ?? (await countingOf(asker, query));
  const notAsked = sampleUse === "shown" ? new Set<CampaignId>() : await listSampleCampaigns(db);
  const isByStart = query.basis === "start";
  const channels = known.report?.channels ?? (await channelsOf(db, asked));
  return moneyOf({
    signed: await sumSigned(db, asked),
    ofLeads: isByStart ? await sumOfLeads(db, asked) : [],
    leads: isByStart ? new Map(channels.map(({ key, parts }) => [key, parts.leads.total ?? 0])) : null,
    campaigns: (await unitsOf(db, asked)).filter(({ id }) => !notAsked.has(id)),
  });
}

async function channelsOf(db: TeamContext["db"], asked: CountingQuery) {
  const [channels = []] = await countEach(db, asked, [{ period: asked.period, by: "channel" }]);
  return channels;
}

/** A campaign's cost is of all its leads to date, whatever the period and whoever answers for them. */
async function unitsOf(
  db: TeamContext["db"],
  query: CountingQuery,
): Promise<readonly (CampaignUnits & { readonly id: CampaignId })[]> {
  const toDate = { ...query, period: null, basis: "start", owners: [] } as const;
  const [rows = []] = await countEach(db, toDate, [{ period: null, by: "campaign" }]);
  const counted = new Map(rows.map(({ key, parts }) => [key, parts.leads]));
  const isAsked = <T extends string>(id: T, asked: readonly (T | "none")[]) => asked.length === 0 || asked.includes(id);
  return (await listCampaigns(db)).flatMap(({ id, channelId, costMinor, currency }) => {
    if (!isAsked(id, query.campaigns) || !isAsked(channelId, query.channels)) return [];
    const leads = counted.get(id);
    const cost = costMinor === null || currency === null ? null : { minor: costMinor, currency };
    return [{ id, channel: channelId, cost, leads: leads?.total ?? 0, customers: leads?.customers ?? 0 }];
  });
}
