import { listSavedViews } from "@/db/queries/saved-views";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { can } from "@/lib/domain/permissions";
import { routes } from "@/lib/routes";
import { readSaved, searchOf, writeReport } from "@/lib/search-params";

/** The views that may be opened, each at its address of today, and what may be done with them. */
export async function loadViews(ctx: TeamContext, query: ReportQuery) {
  const { team, role, user, now } = ctx;
  const maySaveForTeam = can(role, "view:saveTeam");
  const views = (await listSavedViews(ctx.db, user.id)).map(({ id, ownerId, name, query: kept }) => ({
    id,
    name,
    whose: ownerId === null ? ("team" as const) : ("own" as const),
    href: routes.team(team.slug, writeReport(readSaved(kept, { ...team, now }).query)),
    mayRemove: ownerId !== null || maySaveForTeam,
  }));
  return { views, maySaveForTeam, search: searchOf(query) };
}
