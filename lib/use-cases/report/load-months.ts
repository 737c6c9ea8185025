import type { TeamDb } from "@/db/scope";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countGroups } from "./count-groups";
import type { Aged } from "./counting-of";
import { rowsByTime } from "./report-rows";

/** The months of a report alone. */
export async function loadMonths(db: TeamDb, query: ReportQuery, { asked, ages }: Aged): Promise<readonly ReportRow[]> {
  const groups = await countGroups(db, asked, ages, ["month"]);
  return rowsByTime(groups.month, "month", query);
}
