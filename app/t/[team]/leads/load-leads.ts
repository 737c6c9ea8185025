import { countLeads, listLeads } from "@/db/queries/leads";
import type { TeamContext } from "@/lib/auth/team-context";
import { readLeadsQuery } from "@/lib/domain/leads/leads-query";
import { can } from "@/lib/domain/permissions";
import { loadChoices } from "./load-choices";

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export async function loadLeads(ctx: TeamContext, params: Params) {
  const query = readLeadsQuery(params, ctx.user.id);
  const page = await listLeads(ctx.db, query);
  const total = await countLeads(ctx.db, query);
  const { timeZone, slug } = ctx.team;
  return { query, page, total, choices: await loadChoices(ctx), canAdd: can(ctx.role, "lead:create"), timeZone, slug };
}
