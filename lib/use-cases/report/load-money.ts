import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import { sumOfLeads, sumSigned } from "@/db/queries/deal-sums";
import { listCampaigns } from "@/db/queries/pipeline";
import { listSampleCampaigns } from "@/db/queries/samples";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { CampaignId } from "@/lib/domain/ids";
import { type CampaignUnits, type Money, moneyOf } from "@/lib/domain/metrics/money";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf, type Known } from "./counting-of";
import { keepNothing } from "./kept-counts";

/** What was won in the period, what its leads are worth, and what the campaigns behind them cost. */
export async function loadMoney(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<Money> {
  const { db } = asker;
  const { asked, sampleUse } = known.counting ?? (await countingOf(asker, query));
  const { keep = keepNothing } = known;
  const isByStart = query.basis === "start";
  const [notAsked, signed, ofLeads, units, channels] = await allOf([
    sampleUse === "shown" ? new Set<CampaignId>() : keep("sampleCampaigns", () => listSampleCampaigns(db)),
    keep("signed", () => sumSigned(db, asked)),
    isByStart ? keep("ofLeads", () => sumOfLeads(db, asked)) : [],
    unitsOf(db, asked, known),
    known.report?.().then((report) => report.channels) ?? channelsOf(db, asked),
  ]);
  return moneyOf({
    signed,
    ofLeads,
    leads: isByStart ? new Map(channels.map(({ key, parts }) => [key, parts.leads.total ?? 0])) : null,
    campaigns: units.filter(({ id }) => !notAsked.has(id)),
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
  { keep = keepNothing, names }: Known,
): Promise<readonly (CampaignUnits & { readonly id: CampaignId })[]> {
  const toDate = { ...query, period: null, basis: "start", owners: [] } as const;
  const count = async () => (await countEach(db, toDate, [{ period: null, by: "campaign" }]))[0] ?? [];
  const [rows, campaigns] = await allOf([
    keep("campaigns", count),
    names?.().then((all) => all.campaigns) ?? listCampaigns(db),
  ]);
  const counted = new Map(rows.map(({ key, parts }) => [key, parts.leads]));
  const isAsked = <T extends string>(id: T, asked: readonly (T | "none")[]) => asked.length === 0 || asked.includes(id);
  return campaigns.flatMap(({ id, channelId, costMinor, currency }) => {
    if (!isAsked(id, query.campaigns) || !isAsked(channelId, query.channels)) return [];
    const leads = counted.get(id);
    const cost = costMinor === null || currency === null ? null : { minor: costMinor, currency };
    return [{ id, channel: channelId, cost, leads: leads?.total ?? 0, customers: leads?.customers ?? 0 }];
  });
}
