import { hasRecords } from "@/db/queries/sample-use";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { Parts } from "@/lib/domain/metrics/parts";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { type CountedTwice, countGroups, REPORT_GROUPINGS } from "./count-groups";
import { type Aged, agedOf } from "./counting-of";
import { loadNames, type ReportNames } from "./report-names";
import { rowsByName, rowsByTime } from "./report-rows";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** All numbers of the report from one moment of the database, and what stands beside each of them. */
export async function loadReport(asker: Asker, query: ReportQuery): Promise<Report> {
  const aged = await agedOf(asker, query);
  const [groups, names] = await allOf([
    countGroups(asker.db, aged.asked, aged.ages, REPORT_GROUPINGS),
    loadNames(asker.db),
  ]);
  return reportOf(asker, query, aged, { groups, names });
}

/** The same once all of it is counted. */
export async function reportOf(
  { db, team }: Asker,
  query: ReportQuery,
  { asked, sampleUse, at, seq }: Aged,
  { groups, names }: { readonly groups: CountedTwice[0]; readonly names: ReportNames },
): Promise<Report> {
  const { channels, campaigns, members } = names;
  const [whole] = groups.none.rows;
  if (!whole) throw new Error("a report without its whole");
  const preliminary = groups.none.young(whole);
  const total: ReportRow = { ...whole, name: null, query, rates: ratesOf(whole.parts, { ...query, preliminary }) };
  return {
    query,
    total,
    sampleUse,
    asOf: at,
    seq,
    timeZone: team.timeZone,
    definitions: definitionsOf(query),
    hasRecords: counts(whole.parts) || (await hasRecords(db, asked.past)),
    channels: rowsByName(groups.channel, channels, query, (id) => ({ channels: [id] })),
    campaigns: rowsByName(groups.campaign, campaigns, query, (id) => ({ campaigns: [id] })),
    months: rowsByTime(groups.month, "month", query),
    choices: {
      channels: channels.map(({ id, name }) => ({ id, name })),
      campaigns: campaigns.map(({ id, name }) => ({ id, name })),
      owners: members.map(({ userId, name }) => ({ id: userId, name })),
    },
  };
}

/** Whether anything counts: then nobody needs to look whether there is anything at all. */
function counts({ leads, opportunities }: Parts): boolean {
  return [...Object.values(leads), ...Object.values(opportunities)].some((count) => count !== null && count > 0);
}
