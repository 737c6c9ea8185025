import { and, eq, gte, inArray, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { OutcomeCount } from "@/lib/domain/metrics/maturation";
import type { LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { Period } from "@/lib/domain/period";
import { asked, type CountingQuery } from "./counted";
import { factsOf } from "./facts";

export interface OutcomesAsked {
  readonly subject: "lead" | "opportunity";
  /** Records that began in these days. */
  readonly began: Period;
  readonly today: string;
}

/** By the month in which records began: what became of them, and after how many days or at which age they are open. */
export async function countOutcomes(
  db: TeamDb,
  query: CountingQuery,
  { subject, began, today }: OutcomesAsked,
): Promise<readonly OutcomeCount[]> {
  const { table, start, converted, ended } = spansOf(subject, query.leadConvertsAt);
  const end = sql`case when ${converted.is} then ${converted.on} when ${ended.is} then ${ended.on} end`;
  return factsOf(db, query.past)
    .select({
      month: sql<string>`to_char(${start}, 'YYYY-MM')`,
      days: sql<number>`coalesce(${end}, ${today}::date) - ${start}`.mapWith(Number),
      outcome: sql<
        OutcomeCount["outcome"]
      >`case when ${converted.is} then 'converted' when ${ended.is} then 'ended' else 'open' end`,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(table)
    .where(
      db.where(
        table,
        and(
          asked(db, table, query),
          ...[ne(sql`${table.kind}::text`, "excluded"), eq(table.fault, false)],
          ...[gte(start, began.from), lt(start, began.to)],
          // What was decided on a day that nobody knows has no time.
          or(sql`not (${converted.is} or ${ended.is})`, isNotNull(end)),
        ),
      ),
    )
    .groupBy(sql`1`, sql`2`, sql`3`);
}

interface Ending {
  readonly is: SQL;
  readonly on: SQL;
}

function spansOf(subject: OutcomesAsked["subject"], at: LeadConvertsAt) {
  if (subject === "opportunity") {
    const closed = (kind: "won" | "lost"): Ending => ({
      ...{ is: sql`(${eq(opportunities.kind, kind)})`, on: sql`${opportunities.closedDay}` },
    });
    return { table: opportunities, start: opportunities.openedDay, converted: closed("won"), ended: closed("lost") };
  }
  const { qualified, qualifiedDay, decidedDay, kind, cameInDay } = leads;
  const isCustomer = sql`(${inArray(kind, ["customer"])})`;
  const converted: Ending =
    at === "customer"
      ? { is: isCustomer, on: sql`${decidedDay}` }
      : {
          is: sql`(${qualified} or ${isCustomer})`,
          on: sql`case when ${qualified} then ${qualifiedDay} else ${decidedDay} end`,
        };
  return {
    table: leads,
    start: cameInDay,
    converted,
    ended: { is: sql`(${eq(kind, "not_a_fit")})`, on: sql`${decidedDay}` },
  };
}
