import { countParts } from "@/db/queries/counts";
import type { TeamContext } from "@/lib/auth/team-context";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import { comparedPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf } from "./counting-of";
import { rowsByTime } from "./report-rows";

/** The months of the period compared with: all of them are over, so none is young. */
export async function loadTrend(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
): Promise<BlockData["trend"]> {
  const { asked, today } = await countingOf(asker, query);
  const compared = comparedPeriod(query, today);
  if (compared === null) return [];
  const before = { ...asked, period: compared.comparison.previous };
  const months = await countParts(asker.db, before, "month");
  return rowsByTime(months, "month", { query: { ...query, period: before.period }, young: () => ({}) });
}
