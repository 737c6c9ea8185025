import { leadsCounted, opportunitiesCounted } from "@/db/queries/counted";
import { findSampleUse } from "@/db/queries/sample-use";
import type { TeamContext } from "@/lib/auth/team-context";
import { type Counted, isLeadsCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";

/** A number of the report: the question and the path of the count in its answer. */
export interface CountedNumber {
  readonly query: ReportQuery;
  readonly counted: Counted;
}

/**
 * The condition of exactly the leads behind a number, filters and all; `null` when it counts opportunities. A list must not
 * narrow it by its own filters: a report's owner is the one credited.
 */
export async function leadsBehind({ db }: Pick<TeamContext, "db">, { query, counted }: CountedNumber) {
  if (!isLeadsCounted(counted)) return null;
  return leadsCounted(db, counted, { ...query, leavesSamplesOut: (await findSampleUse(db)) === "left-out" });
}

/** The condition of exactly the opportunities behind a number; `null` when it counts leads. */
export async function opportunitiesBehind({ db }: Pick<TeamContext, "db">, { query, counted }: CountedNumber) {
  if (isLeadsCounted(counted)) return null;
  return opportunitiesCounted(db, counted, { ...query, leavesSamplesOut: (await findSampleUse(db)) === "left-out" });
}
