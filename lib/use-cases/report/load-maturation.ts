import { type LagCount, listLags } from "@/db/queries/lags";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import { maturationOf } from "@/lib/domain/metrics/maturation";
import { piecesOf, twoYearsUntil } from "@/lib/domain/metrics/pieces";
import { isFiltered, type ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import { countingOf, type Known } from "./counting-of";
import { keepNothing } from "./kept-counts";

/** How the months of the period matured, for leads and for opportunities; by decision date no month matures. */
export async function loadMaturation(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<BlockData["maturation"]> {
  if (query.basis === "decision") return null;
  const { keep = keepNothing } = known;
  return keep("maturation", () => countMaturation(asker, query, known));
}

async function countMaturation(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known,
): Promise<BlockData["maturation"]> {
  const { asked, today } = known.counting ?? (await countingOf(asker, query));
  const learnt = twoYearsUntil(today);
  // Everything is the last two years here: a table of months from the beginning of time is no figure.
  const began = query.period ?? learnt;
  const decisions = [query.leadConvertsAt === "customer" ? "lead" : "qualification", "opportunity"] as const;
  const kept = await known.lags?.();
  const count = async (filters: typeof asked, days: typeof learnt) =>
    (isFiltered(filters) ? undefined : keptOf(kept, days, learnt)) ??
    listLags(asker.db, filters, { decisions, began: days, today, byMonth: true });
  const ofPeriod = count(asked, began);
  const ofLearnt = query.period === null ? ofPeriod : count(asked, learnt);
  const unfiltered = { ...asked, channels: [], campaigns: [], owners: [] };
  const ofTeam = isFiltered(query) ? count(unfiltered, learnt) : ofLearnt;
  const [period, filtered, team] = await allOf([ofPeriod, ofLearnt, ofTeam]);
  const of = (decision: (typeof decisions)[number]) => {
    const own = (counts: readonly LagCount[]) => counts.filter((each) => each.decision === decision);
    return maturationOf({ period: own(period), filtered: own(filtered), team: own(team), today });
  };
  return { lead: of(decisions[0]), opportunity: of(decisions[1]) };
}

/** Those of a part of the days that all were asked of: nothing where it holds a part of a month. */
function keptOf(kept: readonly LagCount[] | undefined, days: Period, all: Period): readonly LagCount[] | undefined {
  if (kept === undefined || days.from < all.from || days.to > all.to || piecesOf(days).days.length > 0)
    return undefined;
  const [first, past] = [days.from.slice(0, 7), days.to.slice(0, 7)];
  return kept.filter(({ month }) => month >= first && month < past);
}
