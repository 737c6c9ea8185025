import { countLeads, listLeads } from "@/db/queries/leads";
import type { SendingId } from "@/lib/domain/ids";
import type { TeamContext } from "@/lib/auth/team-context";
import { can } from "@/lib/domain/permissions";
import type { SearchParams } from "@/lib/search-params";
import { loadQuickAddNames } from "@/lib/use-cases/leads/quick-add-lead";
import { askedLeads } from "./asked-leads";
import { loadChoices } from "./load-choices";

export async function loadLeads(ctx: TeamContext, params: SearchParams) {
  const { query, behind } = await askedLeads(ctx, params);
  const { timeZone, slug } = ctx.team;
  return {
    query,
    behind: behind && { counted: behind.counted, report: behind.report, carried: behind.carried },
    page: await listLeads(ctx.db, query, behind?.condition),
    total: await countLeads(ctx.db, query, behind?.condition),
    choices: await loadChoices(ctx),
    names: await loadQuickAddNames(ctx),
    may: {
      add: behind === null && can(ctx.role, "lead:create"),
      addChannel: can(ctx.role, "channel:create"),
      bulk: can(ctx.role, "lead:bulk"),
      export: can(ctx.role, "export:records"),
    },
    sending: ctx.newId<SendingId>(),
    timeZone,
    slug,
  };
}
