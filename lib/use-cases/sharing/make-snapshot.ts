import { setImmediate } from "node:timers/promises";
import { findLogSeq } from "@/db/queries/log-chain";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { trendOf } from "@/lib/domain/metrics/trend-points";
import { localDate } from "@/lib/domain/period";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { canonicalJson } from "@/lib/domain/sharing/canonical-json";
import { type CopyPlace, type PublishedLink, queryOfRange, type StoredCopy } from "@/lib/domain/sharing/link";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import { narrowedTrends } from "@/lib/domain/sharing/narrowed-trends";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import type { ShareMaterial, ShareTrend } from "@/lib/domain/sharing/share-material";
import { shareReports } from "@/lib/domain/sharing/share-report";
import { type Aged, agedOf } from "@/lib/use-cases/report/counting-of";
import { loadHeldReport } from "@/lib/use-cases/report/load-held-report";
import { loadMoney } from "@/lib/use-cases/report/load-money";
import { loadRates } from "@/lib/use-cases/report/load-rates";
import { loadMonths } from "@/lib/use-cases/report/load-months";
import { type StageCounts, countStages, stageBlocksOf } from "./count-stages";
import type { MakeCopies } from "./make-link";
import { SharedReportSchema } from "./shared-report-schema";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** What a link shows: each listed range, and each channel of it where a visitor may choose one; all of one moment. */
export const makeSnapshot: MakeCopies = async (asker, link) => {
  const ranges: ShareMaterial[] = [];
  for (const range of link.scope.ranges) ranges.push(await loadMaterial(asker, link, range));
  const narrowing = link.scope.mayNarrow ? channelsOf(ranges) : [];
  const copies: StoredCopy[] = [];
  for (const [range, material] of ranges.entries()) {
    await setImmediate(); // looking for what gives a count away is long work, and others wait for the same process
    copies.push(
      ...shareReports({ ...material, narrowing }).map((report, channel) => copyOf(report, { range, channel })),
    );
  }
  return { copies, asOf: asker.now, asOfSeq: await findLogSeq(asker.db) };
};

/** Checked here too, so that no copy is ever stored that could not be read. */
function copyOf(report: SharedReport, place: CopyPlace): StoredCopy {
  return { ...place, content: canonicalJson(SharedReportSchema.parse(report)) };
}

async function loadMaterial(
  asker: Asker,
  { mode, scope, shows }: PublishedLink,
  range: PublishedLink["scope"]["ranges"][number],
): Promise<ShareMaterial> {
  const { db, team, now } = asker;
  const { leadConvertsAt } = team;
  const query = queryOfRange(scope, range, { today: localDate(team.timeZone, now), leadConvertsAt });
  const aged = await agedOf(asker, query);
  const { report, held } = await loadHeldReport(asker, query, aged);
  const { unit, points } = trendOf(report.months);
  const stages = await countStages(asker, aged);
  const undated = report.months.filter(({ key }) => key === null);
  const campaigns = await listCampaigns(db);
  const names = new Map<string, string>([...(await listChannels(db)), ...campaigns].map(({ id, name }) => [id, name]));
  const namesOf = (ids: readonly string[]) => ids.map((id) => (id === "none" ? null : (names.get(id) ?? null)));
  return {
    mode,
    report,
    hidesSmall: !shows.smallCounts,
    mayNarrow: scope.mayNarrow,
    narrowing: [],
    held,
    filters: {
      channels: namesOf(query.channels),
      campaigns: namesOf(query.campaigns),
      isByOwner: query.owners.length > 0,
    },
    channelOf: new Map(campaigns.map(({ id, channelId }) => [id, channelId])),
    blocks: PRESETS[team.scenario].reportBlocks.filter((block) => SHARED_BLOCKS.has(block)),
    trend: points.length < 2 ? null : { unit, rows: [...points, ...undated] },
    ofChannel: scope.mayNarrow
      ? await loadChannels(asker, { report, aged, stages, unit: points.length < 2 ? null : unit })
      : new Map(),
    ...stageBlocksOf(stages, "all", report.total),
    owners: shows.owners ? (await loadRates(asker, { report: query, groupBy: "owner" })).rows : null,
    money: shows.money ? await loadMoney(asker, query) : null,
  };
}

/** What each channel's own report has beside the row that the whole has of it. */
async function loadChannels(
  asker: Asker,
  { report, aged, stages, unit }: Channels,
): Promise<ShareMaterial["ofChannel"]> {
  const months = new Map<string | null, readonly ReportRow[]>();
  const blocks = new Map<string | null, ReturnType<typeof stageBlocksOf>>();
  for (const row of report.channels) {
    const { key, query } = row;
    if (query === null) continue;
    const asked = { ...aged.asked, channels: query.channels };
    if (unit !== null) months.set(key, await loadMonths(asker.db, query, { ...aged, asked }));
    blocks.set(key, stageBlocksOf(stages, { channel: key }, row));
  }
  const trends = unit === null ? new Map<string | null, ShareTrend>() : narrowedTrends(unit, months);
  return new Map([...blocks].map(([key, own]) => [key, { ...own, trend: trends.get(key) ?? null }]));
}

interface Channels {
  readonly report: Report;
  readonly aged: Aged;
  readonly stages: StageCounts;
  readonly unit: ShareTrend["unit"] | null;
}

const SHARED_BLOCKS: ReadonlySet<string> = new Set(["channels", "trend", "reach", "losses", "time", "money"]);

/** All that any of the ranges counts something of, by name; the unattributed last. */
function channelsOf(ranges: readonly ShareMaterial[]): ShareMaterial["narrowing"] {
  const names = new Map(ranges.flatMap(({ report }) => report.channels.map(({ key, name }) => [key, name] as const)));
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .toSorted((a, b) =>
      a.name === null || b.name === null
        ? Number(a.name === null) - Number(b.name === null)
        : a.name.localeCompare(b.name, "nb"),
    );
}
