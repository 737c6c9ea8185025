import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import type { TeamContext } from "@/lib/auth/team-context";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import { comparedPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf, type Known } from "./counting-of";
import { rowsByTime } from "./report-rows";

/** The months of the period compared with: all of them are over, so none is young. */
export async function loadTrend(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<BlockData["trend"]> {
  const { asked, today } = known.counting ?? (await countingOf(asker, query));
  const compared = comparedPeriod(query, today);
  if (compared === null) return [];
  const period = compared.comparison.previous;
  const rows = (await known.monthsBefore?.())?.rows ?? (await countMonths(asker.db, { ...asked, period }));
  return rowsByTime({ rows, young: () => ({}) }, "month", { ...query, period });
}

async function countMonths(db: TeamContext["db"], asked: CountingQuery) {
  const [rows = []] = await countEach(db, asked, [{ period: asked.period, by: "month" }]);
  return rows;
}
