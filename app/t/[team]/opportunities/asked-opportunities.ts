import type { TeamContext } from "@/lib/auth/team-context";
import { isLeadsCounted } from "@/lib/domain/metrics/counted";
import { type OpportunitiesQuery, readOpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { readReport, type SearchParams, writeReport } from "@/lib/search-params";
import { opportunitiesBehind } from "@/lib/use-cases/report/records-behind";

/** Which opportunities an address asks for: those of its filters, or those behind a number of the report. */
export async function askedOpportunities(ctx: TeamContext, params: SearchParams) {
  const asked = readOpportunitiesQuery(params, ctx.user.id);
  const behind = await loadBehind(ctx, params);
  return { query: behind ? onlyBehind(asked) : asked, behind };
}

async function loadBehind(ctx: TeamContext, params: SearchParams) {
  const { query, counted } = readReport(params, { ...ctx.team, now: ctx.now });
  if (counted === null || isLeadsCounted(counted)) return null;
  const condition = await opportunitiesBehind(ctx, { query, counted });
  if (condition === null) return null;
  return { counted, condition, report: writeReport(query), carried: writeReport(query, counted) };
}

/** A number's own filters decide what it counts; the list only orders and pages it. */
function onlyBehind({ sort, cursor }: OpportunitiesQuery): OpportunitiesQuery {
  const none = { kinds: [], stageIds: [], channelIds: [], campaignIds: [], ownerIds: [] };
  return { layout: "list", search: null, ...none, archived: false, sort, cursor };
}
