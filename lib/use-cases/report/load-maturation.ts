import { type LagCount, listLags } from "@/db/queries/lags";
import type { TeamContext } from "@/lib/auth/team-context";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import { maturationOf } from "@/lib/domain/metrics/maturation";
import { twoYearsUntil } from "@/lib/domain/metrics/pieces";
import { isFiltered, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf, type Known } from "./counting-of";

/** How the months of the period matured, for leads and for opportunities; by decision date no month matures. */
export async function loadMaturation(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<BlockData["maturation"]> {
  if (query.basis === "decision") return null;
  const { asked, today } = known.counting ?? (await countingOf(asker, query));
  const learnt = twoYearsUntil(today);
  // Everything is the last two years here: a table of months from the beginning of time is no figure.
  const began = query.period ?? learnt;
  const decisions = [query.leadConvertsAt === "customer" ? "lead" : "qualification", "opportunity"] as const;
  const count = (filters: typeof asked, days: typeof learnt) =>
    listLags(asker.db, filters, { decisions, began: days, today, byMonth: true });
  const period = await count(asked, began);
  const filtered = query.period === null ? period : await count(asked, learnt);
  const unfiltered = { ...asked, channels: [], campaigns: [], owners: [] };
  const team = isFiltered(query) ? await count(unfiltered, learnt) : filtered;
  const of = (decision: (typeof decisions)[number]) => {
    const own = (counts: readonly LagCount[]) => counts.filter((each) => each.decision === decision);
    return maturationOf({ period: own(period), filtered: own(filtered), team: own(team), today });
  };
  return { lead: of(decisions[0]), opportunity: of(decisions[1]) };
}
