import { countParts } from "@/db/queries/counts";
import type { CountingQuery } from "@/db/queries/counted";
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
import { type Counting, countingOf } from "./counting-of";
import { rowsByName, rowsByTime } from "./report-rows";
import { type DecisionDays, loadDecisionDays, loadYoungRates } from "./young-rates";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** The rates of a question and of each of its groups, as page, API and files give them. */
export async function loadRates(asker: Asker, { report, groupBy: by }: RatesQuery): Promise<RatesAnswer> {
  const counting = await countingOf(asker, report);
  const days = await loadDecisionDays(asker.db, counting.asked, counting.today);
  const rowsBy = (grouping: Grouping) => loadRows(asker.db, { ...counting, days }, report, grouping);
  const [total] = await rowsBy("none");
  if (!total) throw new Error("rates without their whole");
  return {
    ...{ query: report, groupBy: by, asOf: counting.at, seq: counting.seq, timeZone: asker.team.timeZone },
    definition: {
      ...{ basis: report.basis, leadConvertsAt: report.leadConvertsAt, windowDays: report.windowDays ?? null },
    },
    total,
    rows: by === "none" ? [total] : await rowsBy(by),
  };
}

async function loadRows(
  db: TeamContext["db"],
  { asked, today, days }: Counting & { readonly days: DecisionDays },
  query: ReportQuery,
  by: Grouping,
): Promise<readonly RatesRow[]> {
  const young = await loadYoungRates(db, asked, { days, today, by });
  const won = groupBy(await sumWonAmounts(db, asked, by), ({ key }) => key);
  const rows = await rowsOf(db, asked, by, { query, young });
  return rows.map((row) => ({ ...row, won: wonOf(won.get(row.key) ?? []) }));
}

async function rowsOf(
  db: TeamContext["db"],
  asked: CountingQuery,
  by: Grouping,
  question: Parameters<typeof rowsByTime>[2],
): Promise<readonly ReportRow[]> {
  const { query, young } = question;
  const groups = await countParts(db, asked, by);
  switch (by) {
    case "none":
      return groups.map((group) => ({
        ...{ ...group, name: null, query },
        rates: ratesOf(group.parts, { ...query, preliminary: young(group) }),
      }));
    case "channel":
      return rowsByName(groups, await listChannels(db), question, (id) => ({ channels: [id] }));
    case "campaign":
      return rowsByName(groups, await listCampaigns(db), question, (id) => ({ campaigns: [id] }));
    case "owner": {
      const members = (await listMembers(db)).map(({ userId, name }) => ({ id: userId, name }));
      return rowsByName(groups, members, question, (id) => ({ owners: [id] }));
    }
    case "month":
    case "quarter":
    case "week":
      return rowsByTime(groups, by, question);
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
