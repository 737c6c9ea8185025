import type { TeamContext } from "@/lib/auth/team-context";
import { type LeadsQuery, readLeadsQuery } from "@/lib/domain/leads/leads-query";
import { isLeadsCounted } from "@/lib/domain/metrics/counted";
import { readReport, type SearchParams, writeReport } from "@/lib/search-params";
import { leadsBehind } from "@/lib/use-cases/report/records-behind";

/** Which leads an address asks for: those of its filters, or those behind a number of the report. */
export async function askedLeads(ctx: TeamContext, params: SearchParams) {
  const asked = readLeadsQuery(params, ctx.user.id);
  const behind = await loadBehind(ctx, params);
  return { query: behind ? onlyBehind(asked) : asked, behind };
}

async function loadBehind(ctx: TeamContext, params: SearchParams) {
  const { query, counted } = readReport(params, { ...ctx.team, now: ctx.now });
  if (counted === null || !isLeadsCounted(counted)) return null;
  const condition = await leadsBehind(ctx, { query, counted });
  if (condition === null) return null;
  return { counted, condition, report: writeReport(query), carried: writeReport(query, counted) };
}

/** A number's own filters decide whom it counts; the list only orders and pages them. */
function onlyBehind({ sort, cursor }: LeadsQuery): LeadsQuery {
  const none = { kinds: [], stageIds: [], channelIds: [], campaignIds: [], ownerIds: [] };
  return { search: null, ...none, archived: false, sort, cursor };
}
