import { listBoardCards, sumBoard } from "@/db/queries/opportunity-board";
import { countOpportunities, listOpportunities } from "@/db/queries/opportunities";
import type { TeamContext } from "@/lib/auth/team-context";
import type { SendingId } from "@/lib/domain/ids";
import { type OpportunitiesQuery, writeOpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { daysBetween, localDate } from "@/lib/domain/period";
import { can } from "@/lib/domain/permissions";
import { readReport, type SearchParams } from "@/lib/search-params";
import { loadSlowAfter } from "@/lib/use-cases/report/load-time";
import { loadChoices } from "../leads/load-choices";
import { askedOpportunities } from "./asked-opportunities";

export async function loadOpportunities(ctx: TeamContext, params: SearchParams) {
  const { query, behind } = await askedOpportunities(ctx, params);
  const { db, role, team } = ctx;
  return {
    query,
    behind: behind && { counted: behind.counted, report: behind.report, carried: behind.carried },
    columns: query.layout === "board" ? await loadColumns(ctx, query) : null,
    list:
      query.layout === "board"
        ? null
        : {
            page: await listOpportunities(db, query, behind?.condition),
            total: await countOpportunities(db, query, behind?.condition),
          },
    choices: await loadChoices(ctx),
    may: {
      add: behind === null && can(role, "opportunity:create"),
      move: can(role, "opportunity:move"),
      bulk: can(role, "opportunity:bulk"),
      export: can(role, "export:records"),
    },
    carried: writeOpportunitiesQuery({ ...query, cursor: null }),
    sending: ctx.newId<SendingId>(),
    slug: team.slug,
  };
}

/** A column for each open stage, empty ones too. */
async function loadColumns(ctx: TeamContext, query: OpportunitiesQuery) {
  const { db, team, now } = ctx;
  const cards = await listBoardCards(db, query);
  const sums = await sumBoard(db, query);
  const { stages } = await loadChoices(ctx);
  const slowAfter = await loadSlowAfter(ctx, readReport({}, { ...team, now }).query);
  const today = localDate(team.timeZone, now);
  const daysSince = (at: Date | null) => (at === null ? null : daysBetween(localDate(team.timeZone, at), today));
  return stages
    .filter(({ subject, kind }) => subject === "opportunity" && kind === "open")
    .map(({ id, name }) => {
      const own = sums.filter((sum) => sum.stageId === id);
      return {
        id,
        name,
        total: own.reduce((n, sum) => n + sum.n, 0),
        sums: own,
        cards: cards
          .filter((card) => card.stageId === id)
          .map(({ stageSince, ...card }) => {
            const daysInStage = daysSince(stageSince);
            return { ...card, daysInStage, isSlow: (daysInStage ?? 0) > (slowAfter.get(id) ?? Infinity) };
          }),
      };
    });
}
