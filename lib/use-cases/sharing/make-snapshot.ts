import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { trendOf } from "@/lib/domain/metrics/trend-points";
import { localDate } from "@/lib/domain/period";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { canonicalJson } from "@/lib/domain/sharing/canonical-json";
import { type PublishedLink, queryOfRange, type StoredCopy } from "@/lib/domain/sharing/link";
import type { ShareMaterial } from "@/lib/domain/sharing/share-material";
import { shareReports } from "@/lib/domain/sharing/share-report";
import { loadHeld } from "@/lib/use-cases/report/load-held";
import { loadLosses } from "@/lib/use-cases/report/load-losses";
import { loadMoney } from "@/lib/use-cases/report/load-money";
import { loadRates } from "@/lib/use-cases/report/load-rates";
import { loadReach } from "@/lib/use-cases/report/load-reach";
import { loadReport } from "@/lib/use-cases/report/load-report";
import { loadTime } from "@/lib/use-cases/report/load-time";
import type { MakeCopies } from "./make-link";
import { SharedReportSchema } from "./shared-report-schema";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** What a link shows: each listed range, and each channel of it where a visitor may choose one; all of one moment. */
export const makeSnapshot: MakeCopies = async (asker, link) => {
  const ranges: ShareMaterial[] = [];
  for (const range of link.scope.ranges) ranges.push(await loadMaterial(asker, link, range));
  const narrowing = link.scope.mayNarrow ? channelsOf(ranges) : [];
  return ranges.flatMap((material, range) =>
    shareReports({ ...material, narrowing }).map((report, channel): StoredCopy => {
      // Checked here too, so that no copy is ever stored that could not be read.
      return { range, channel, content: canonicalJson(SharedReportSchema.parse(report)) };
    }),
  );
};

async function loadMaterial(
  asker: Asker,
  { mode, scope, shows }: PublishedLink,
  range: PublishedLink["scope"]["ranges"][number],
): Promise<ShareMaterial> {
  const { db, team, now } = asker;
  const { leadConvertsAt } = team;
  const query = queryOfRange(scope, range, { today: localDate(team.timeZone, now), leadConvertsAt });
  const report = await loadReport(asker, query);
  const { unit, points } = trendOf(report.months);
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
    held: await loadHeld(asker, query),
    filters: {
      channels: namesOf(query.channels),
      campaigns: namesOf(query.campaigns),
      isByOwner: query.owners.length > 0,
    },
    channelOf: new Map(campaigns.map(({ id, channelId }) => [id, channelId])),
    blocks: PRESETS[team.scenario].reportBlocks.filter((block) => SHARED_BLOCKS.has(block)),
    trend: points.length < 2 ? null : { unit, rows: [...points, ...undated] },
    reach: await loadReach(asker, query),
    losses: await loadLosses(asker, query),
    times: await loadTime(asker, query),
    owners: shows.owners ? (await loadRates(asker, { report: query, groupBy: "owner" })).rows : null,
    money: shows.money ? await loadMoney(asker, query) : null,
  };
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
