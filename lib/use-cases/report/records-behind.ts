import { leadsCounted, opportunitiesCounted } from "@/db/queries/counted";
import type { TeamContext } from "@/lib/auth/team-context";
import { type Counted, isLeadsCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf } from "./counting-of";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** A number of the report: the question and the path of the count in its answer. */
export interface CountedNumber {
  readonly query: ReportQuery;
  readonly counted: Counted;
}

/**
 * The condition of exactly the leads behind a number, filters and all; `null` when it counts opportunities. A list must not
 * narrow it by its own filters: a report's owner is the one credited.
 */
export async function leadsBehind(asker: Asker, { query, counted }: CountedNumber) {
  if (!isLeadsCounted(counted)) return null;
  return leadsCounted(asker.db, counted, (await countingOf(asker, query)).asked);
}

/** The condition of exactly the opportunities behind a number; `null` when it counts leads. */
export async function opportunitiesBehind(asker: Asker, { query, counted }: CountedNumber) {
  if (isLeadsCounted(counted)) return null;
  return opportunitiesCounted(asker.db, counted, (await countingOf(asker, query)).asked);
}
