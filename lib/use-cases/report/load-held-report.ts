import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { agedOf } from "./counting-of";
import { loadHeld } from "./load-held";
import { loadReport } from "./load-report";

/** A report and what it is held against; what both rest on is asked once. */
export async function loadHeldReport(asker: Pick<TeamContext, "db" | "team" | "now">, query: ReportQuery) {
  const aged = await agedOf(asker, query);
  return { report: await loadReport(asker, query, aged), held: await loadHeld(asker, query, aged) };
}
