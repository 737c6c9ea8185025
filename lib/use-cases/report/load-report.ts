import { countParts } from "@/db/queries/counts";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { hasRecords } from "@/db/queries/sample-use";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf } from "./counting-of";
import { rowsByName, rowsByTime } from "./report-rows";
import { loadDecisionDays, loadYoungRates } from "./young-rates";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** All numbers of the report from one moment of the database, and what stands beside each of them. */
export async function loadReport(asker: Asker, query: ReportQuery): Promise<Report> {
  const { db, team } = asker;
  const { asked, sampleUse, at, today, seq } = await countingOf(asker, query);
  const [channels, campaigns, members] = [await listChannels(db), await listCampaigns(db), await listMembers(db)];
  const [whole] = await countParts(db, asked, "none");
  if (!whole) throw new Error("a report without its whole");
  const days = await loadDecisionDays(db, asked, today);
  const young = async (by: Grouping) => ({ query, young: await loadYoungRates(db, asked, { days, today, by }) });
  const preliminary = (await young("none")).young(whole);
  const total: ReportRow = { ...whole, name: null, query, rates: ratesOf(whole.parts, { ...query, preliminary }) };
  return {
    ...{ query, total, sampleUse, asOf: at, seq, timeZone: team.timeZone, definitions: definitionsOf(query) },
    hasRecords: await hasRecords(db, asked.past),
    channels: rowsByName(await countParts(db, asked, "channel"), channels, await young("channel"), (id) => ({
      channels: [id],
    })),
    campaigns: rowsByName(await countParts(db, asked, "campaign"), campaigns, await young("campaign"), (id) => ({
      campaigns: [id],
    })),
    months: rowsByTime(await countParts(db, asked, "month"), "month", await young("month")),
    choices: {
      channels: channels.map(({ id, name }) => ({ id, name })),
      campaigns: campaigns.map(({ id, name }) => ({ id, name })),
      owners: members.map(({ userId, name }) => ({ id: userId, name })),
    },
  };
}
