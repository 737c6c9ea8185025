import { asc, count, eq, lte, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import { memberships } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { OpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { conditions } from "./opportunities";

export const CARDS_PER_STAGE = 100;
const CARDS_MAX = 5000;

/** The cards of the board: open opportunities, those longest in their stage first, at most so many of each stage. */
export async function listBoardCards(db: TeamDb, query: OpportunitiesQuery) {
  const ranked = db.tx
    .select({
      teamId: opportunities.teamId,
      id: opportunities.id,
      place:
        sql<number>`row_number() over (partition by ${opportunities.stageId} order by ${opportunities.stageSince}, ${opportunities.id})`.as(
          "place",
        ),
    })
    .from(opportunities)
    .where(db.where(opportunities, eq(opportunities.kind, "open"), ...conditions(onBoard(query))))
    .as("ranked");
  return db.tx
    .select({
      id: opportunities.id,
      version: opportunities.version,
      name: opportunities.name,
      stageId: opportunities.stageId,
      leadId: opportunities.leadId,
      lead: leads.name,
      owner: memberships.name,
      expectedMinor: opportunities.expectedMinor,
      currency: opportunities.currency,
      stageSince: opportunities.stageSince,
      fault: opportunities.fault,
    })
    .from(opportunities)
    .innerJoin(ranked, sameTeam(ranked, opportunities, eq(ranked.id, opportunities.id)))
    .leftJoin(leads, sameTeam(leads, opportunities, eq(leads.id, opportunities.leadId)))
    .leftJoin(memberships, sameTeam(memberships, opportunities, eq(memberships.userId, opportunities.ownerId)))
    .where(db.where(opportunities, lte(ranked.place, CARDS_PER_STAGE)))
    .orderBy(asc(ranked.place))
    .limit(CARDS_MAX);
}

/** Count and sum of the expected values, per stage and currency; those without a value have a row of their own. */
export async function sumBoard(db: TeamDb, query: OpportunitiesQuery) {
  return db.tx
    .select({
      stageId: opportunities.stageId,
      currency: opportunities.currency,
      n: count(),
      minor: sql`coalesce(sum(${opportunities.expectedMinor}), 0)`.mapWith(Number),
    })
    .from(opportunities)
    .where(db.where(opportunities, eq(opportunities.kind, "open"), ...conditions(onBoard(query))))
    .groupBy(opportunities.stageId, opportunities.currency)
    .orderBy(asc(opportunities.stageId), asc(opportunities.currency))
    .limit(CARDS_MAX);
}

/** A board has its own columns and only what is open. */
function onBoard(query: OpportunitiesQuery): OpportunitiesQuery {
  return { ...query, kinds: [], stageIds: [], archived: false };
}
