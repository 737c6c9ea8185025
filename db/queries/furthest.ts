import { type SQL, sql } from "drizzle-orm";
import { leads } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { Furthest } from "@/lib/domain/metrics/reach";
import { countedOf, type CountingQuery } from "./counted";
import { factsOf, type Past } from "./facts";
import { leadTallies } from "./lead-tallies";
import { isStanding } from "./standing";

/** The leads of a period by the last open stage that each was ever in, moved back or lost since or not. */
export async function countFurthest(db: TeamDb, query: CountingQuery): Promise<readonly Furthest[]> {
  const isCounted = countedOf(db, leads, query, leadTallies(query)["leads.total"]);
  return factsOf(db, query.past)
    .select({
      stage: sql<string | null>`case when leads.qualified then ${OF_OPPORTUNITIES(query.past)}
        else ${OF_LEAD(query.past)} end`,
      isQualified: sql<boolean>`leads.qualified`,
      isCustomer: sql<boolean>`leads.kind = 'customer'`,
      leads: sql<number>`count(*)`.mapWith(Number),
    })
    .from(leads)
    .where(db.where(leads, isCounted))
    .groupBy(sql`1`, sql`2`, sql`3`);
}

// Names of tables are written out: in a select from one table the driver leaves them away, and here others stand inside.
const OF_LEAD = (past: Past | undefined) => furthestOf(sql`moved.lead_id = leads.id and moved.subject = 'lead'`, past);

const OF_OPPORTUNITIES = (past: Past | undefined) =>
  furthestOf(
    sql`moved.opportunity_id in (select own.id from opportunities own
      where own.team_id = leads.team_id and own.lead_id = leads.id)`,
    past,
  );

function furthestOf(isOwn: SQL, past: Past | undefined): SQL {
  return sql`(select stages.id from stage_transitions moved
    join stages on stages.team_id = moved.team_id and stages.id = moved.to_stage_id
    where moved.team_id = leads.team_id and ${isOwn} and moved.to_kind = 'open' and ${isStanding("moved", past)}
    order by stages.position desc, stages.id limit 1)`;
}
