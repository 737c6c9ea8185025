import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { agedOf } from "./counting-of";
import { loadHeld } from "./load-held";
import { loadReport } from "./load-report";

/** A report and what it is held against; what both rest on is asked once, and handed on for the blocks of the same page. */
export async function loadHeldReport(asker: Pick<TeamContext, "db" | "team" | "now">, query: ReportQuery) {
  const aged = await agedOf(asker, query);
  const report = await loadReport(asker, query, aged);
  return { report, held: await loadHeld(asker, query, aged), known: { counting: aged, report } };
}
