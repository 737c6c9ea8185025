import type { TeamContext } from "@/lib/auth/team-context";
import { can, canShare } from "@/lib/domain/permissions";
import { readReport, type SearchParams } from "@/lib/search-params";
import { loadHeld } from "@/lib/use-cases/report/load-held";
import { loadReport } from "@/lib/use-cases/report/load-report";

/** The report that an address asks for. What a form sent without need is cleaned out of the address first: `report` is null. */
export async function loadPage(ctx: TeamContext, params: SearchParams) {
  const { query, ignored } = readReport(params, { ...ctx.team, now: ctx.now });
  const isOfForm = Object.values(params).flat().includes("") || params.last !== undefined;
  const isAsked = !isOfForm || ignored.length > 0;
  const report = isAsked ? await loadReport(ctx, query) : null;
  const held = isAsked ? await loadHeld(ctx, query) : null;
  return {
    query,
    ignored,
    report,
    held,
    mayRemoveSample: can(ctx.role, "import:undoOther"),
    mayShare: canShare(ctx.role, ctx.team.sharing),
  };
}
