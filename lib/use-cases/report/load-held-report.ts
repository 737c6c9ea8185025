import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { type CountedTwice, countGroups, countGroupsTwice, HELD_GROUPINGS, REPORT_GROUPINGS } from "./count-groups";
import { type Aged, agedOf, type Known } from "./counting-of";
import { keepNothing } from "./kept-counts";
import { heldOf, periodBefore } from "./load-held";
import { reportOf } from "./load-report";
import { loadNames } from "./report-names";

/**
 * A report and what it is held against, from one reading; what both rest on is asked once, where nobody knows it yet, and
 * handed on for the blocks of the same page.
 */
export async function loadHeldReport(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  counting?: Aged,
  { keep = keepNothing, names: namesKnown }: Pick<Known, "keep" | "names"> = {},
) {
  const aged = counting ?? (await agedOf(asker, query));
  const [[groups, before], names] = await allOf([
    keep("groups", () => countBoth(asker.db, aged)),
    namesKnown?.() ?? loadNames(asker.db),
  ]);
  const report = await reportOf(asker, query, aged, { groups, names });
  const monthsBefore = before?.month ?? null;
  const known = { counting: aged, report: async () => report, monthsBefore: async () => monthsBefore };
  return { report, held: heldOf(names.targets, aged, before), monthsBefore, known };
}

async function countBoth(db: TeamContext["db"], aged: Aged): Promise<CountedTwice> {
  const { asked, ages } = aged;
  const period = periodBefore(aged);
  if (period === null) return [await countGroups(db, asked, ages, REPORT_GROUPINGS), null];
  return countGroupsTwice(db, asked, ages, REPORT_GROUPINGS, { period, groupings: HELD_GROUPINGS });
}
