import { countOutcomes, type OutcomesAsked } from "@/db/queries/outcome-spans";
import type { TeamContext } from "@/lib/auth/team-context";
import type { BlockData } from "@/lib/domain/metrics/block-data";
import { maturationOf } from "@/lib/domain/metrics/maturation";
import { isFiltered, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays } from "@/lib/domain/period";
import { countingOf } from "./counting-of";

/** How the months of the period matured, for leads and for opportunities; by decision date no month matures. */
export async function loadMaturation(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
): Promise<BlockData["maturation"]> {
  if (query.basis === "decision") return null;
  const { asked, today } = await countingOf(asker, query);
  const tomorrow = addDays(today, 1);
  const learnt = { from: addDays(today, -730), to: tomorrow };
  // Everything is the last two years here: a table of months from the beginning of time is no figure.
  const began = query.period ?? learnt;
  const of = async (subject: OutcomesAsked["subject"]) => {
    const count = (filters: typeof asked, days: typeof learnt) =>
      countOutcomes(asker.db, filters, { subject, began: days, today });
    const filtered = await count(asked, learnt);
    const unfiltered = { ...asked, channels: [], campaigns: [], owners: [] };
    return maturationOf({
      ...{ period: await count(asked, began), filtered, today },
      team: isFiltered(query) ? await count(unfiltered, learnt) : filtered,
    });
  };
  return { lead: await of("lead"), opportunity: await of("opportunity") };
}
