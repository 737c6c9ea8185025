import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { can, canShare } from "@/lib/domain/permissions";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { readReport, type SearchParams } from "@/lib/search-params";
import { loadWholeReport } from "@/lib/use-cases/report/load-whole-report";
import { loadViews } from "./load-views";

/** The report that an address asks for. What a form sent without need is cleaned out of the address first: `shown` is null. */
export async function loadPage(ctx: TeamContext, params: SearchParams) {
  const { query, ignored } = readReport(params, { ...ctx.team, now: ctx.now });
  const isOfForm = Object.values(params).flat().includes("") || params.last !== undefined || params.first !== undefined;
  const isAsked = !isOfForm || ignored.length > 0;
  return {
    typed: { first: one(params.first), last: one(params.last) },
    query,
    ignored,
    order: PRESETS[ctx.team.scenario].reportBlocks,
    shown: isAsked ? await loadShown(ctx, query) : null,
    mayRemoveSample: can(ctx.role, "import:undoOther"),
    mayShare: canShare(ctx.role, ctx.team.sharing),
  };
}

function one(value: SearchParams[string]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** All of one moment. */
async function loadShown(ctx: TeamContext, query: ReportQuery) {
  const saved = await loadViews(ctx, query);
  return { ...(await loadWholeReport(ctx, query)), saved };
}
