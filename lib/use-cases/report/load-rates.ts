import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import { sumWonAmounts, type WonSum } from "@/db/queries/won-amounts";
import type { TeamContext } from "@/lib/auth/team-context";
import { groupBy } from "@/lib/domain/group-by";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { dealValueMinor, sumByCurrency } from "@/lib/domain/metrics/per-unit";
import type { RatesAnswer, RatesQuery, RatesRow, WonAmount } from "@/lib/domain/metrics/rates-answer";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countGroups, type Groups } from "./count-groups";
import { countingOf } from "./counting-of";
import { rowsByName, rowsByTime } from "./report-rows";
import { loadDecisionDays } from "./young-rates";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** The rates of a question and of each of its groups, as page, API and files give them. */
export async function loadRates(asker: Asker, { report, groupBy: by }: RatesQuery): Promise<RatesAnswer> {
  const { db } = asker;
  const { asked, at, today, seq } = await countingOf(asker, report);
  const ages = { days: await loadDecisionDays(db, asked, today), today };
  const groups = await countGroups(db, asked, ages, by === "none" ? ["none"] : ["none", by]);
  const withWon = async (rows: readonly ReportRow[], grouping: Grouping): Promise<readonly RatesRow[]> => {
    const won = groupBy(await sumWonAmounts(db, asked, grouping), ({ key }) => key);
    return rows.map((row) => ({ ...row, won: wonOf(won.get(row.key) ?? []) }));
  };
  const [total] = await withWon(wholeOf(groups.none, report), "none");
  if (!total) throw new Error("rates without their whole");
  return {
    query: report,
    groupBy: by,
    asOf: at,
    seq,
    timeZone: asker.team.timeZone,
    definition: { basis: report.basis, leadConvertsAt: report.leadConvertsAt, windowDays: report.windowDays ?? null },
    total,
    rows: by === "none" ? [total] : await withWon(await rowsOf(db, groups[by], report, by), by),
  };
}

function wholeOf({ rows, young }: Groups, query: ReportQuery): readonly ReportRow[] {
  return rows.map((row) => ({
    ...row,
    name: null,
    query,
    rates: ratesOf(row.parts, { ...query, preliminary: young(row) }),
  }));
}

async function rowsOf(
  db: TeamContext["db"],
  groups: Groups,
  query: ReportQuery,
  by: Exclude<Grouping, "none">,
): Promise<readonly ReportRow[]> {
  switch (by) {
    case "channel":
      return rowsByName(groups, await listChannels(db), query, (id) => ({ channels: [id] }));
    case "campaign":
      return rowsByName(groups, await listCampaigns(db), query, (id) => ({ campaigns: [id] }));
    case "owner": {
      const members = (await listMembers(db)).map(({ userId, name }) => ({ id: userId, name }));
      return rowsByName(groups, members, query, (id) => ({ owners: [id] }));
    }
    case "month":
    case "quarter":
    case "week":
      return rowsByTime(groups, by, query);
  }
}

/** In the order of the currencies' codes; a monthly deal without a term has no value to add. */
function wonOf(sums: readonly WonSum[]): readonly WonAmount[] {
  const valued = sums.flatMap(({ currency, deals, ...deal }) => {
    const minor = dealValueMinor(deal);
    return minor === null ? [] : [{ minor, currency, deals }];
  });
  return sumByCurrency(valued).map(({ currency, minor }) => {
    const own = valued.filter((each) => each.currency === currency);
    return { minor, currency, deals: own.reduce((sum, { deals }) => sum + deals, 0) };
  });
}
