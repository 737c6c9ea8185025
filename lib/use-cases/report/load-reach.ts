import { countFurthest } from "@/db/queries/furthest";
import type { TeamContext } from "@/lib/auth/team-context";
import { type Reach, reachOf } from "@/lib/domain/metrics/reach";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf, type Known } from "./counting-of";
import { keepNothing } from "./kept-counts";
import { listOpenStages } from "./open-stages";

/** How far the leads of the period got; by decision date there is no one set of leads to follow, so `null`. */
export async function loadReach(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<Reach | null> {
  if (query.basis === "decision") return null;
  const { asked } = known.counting ?? (await countingOf(asker, query));
  const { keep = keepNothing } = known;
  const stages = await (known.openStages?.() ?? listOpenStages(asker.db));
  return reachOf(stages, await keep("furthest", () => countFurthest(asker.db, asked, stages)));
}
