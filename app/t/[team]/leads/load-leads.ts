import { countLeads, listLeads } from "@/db/queries/leads";
import type { SendingId } from "@/lib/domain/ids";
import type { TeamContext } from "@/lib/auth/team-context";
import { type LeadsQuery, readLeadsQuery } from "@/lib/domain/leads/leads-query";
import { isLeadsCounted } from "@/lib/domain/metrics/counted";
import { can } from "@/lib/domain/permissions";
import { readReport, type SearchParams, writeReport } from "@/lib/search-params";
import { leadsBehind } from "@/lib/use-cases/report/records-behind";
import { loadChoices } from "./load-choices";

export async function loadLeads(ctx: TeamContext, params: SearchParams) {
  const asked = readLeadsQuery(params, ctx.user.id);
  const behind = await loadBehind(ctx, params);
  const query = behind ? onlyBehind(asked) : asked;
  const { timeZone, slug } = ctx.team;
  return {
    query,
    behind: behind && { counted: behind.counted, report: behind.report, carried: behind.carried },
    page: await listLeads(ctx.db, query, behind?.condition),
    total: await countLeads(ctx.db, query, behind?.condition),
    choices: await loadChoices(ctx),
    canAdd: behind === null && can(ctx.role, "lead:create"),
    sending: ctx.newId<SendingId>(),
    timeZone,
    slug,
  };
}

/** The number of the report whose leads are asked for, if one is. */
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
