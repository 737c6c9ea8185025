import { and, eq, gte, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { isOfSamples } from "./counted";
import { factsOf, type Past } from "./facts";

/** How many records took this many days to be decided, or are this old and undecided. */
export interface DecisionSpan {
  readonly days: number;
  readonly decided: boolean;
  readonly count: number;
}

/** What a decision is: of a lead for good, of a lead about becoming an opportunity, of an opportunity. */
export type DecisionKind = "lead" | "qualification" | "opportunity";

export interface SpansAsked {
  readonly kind: DecisionKind;
  /** Records that began on this local day or later. */
  readonly from: string;
  readonly today: string;
  readonly leavesSamplesOut: boolean;
  readonly past?: Past;
}

/** The times to a decision of a team's records, one row for each length; faults and what has no date have none. */
export async function listDecisionSpans(db: TeamDb, asked: SpansAsked): Promise<readonly DecisionSpan[]> {
  const { table, start, isDecided, end } = SPANS[asked.kind];
  const days = sql<number>`coalesce(${end}, ${asked.today}::date) - ${start}`.mapWith(Number);
  return factsOf(db, asked.past)
    .select({ days, decided: sql<boolean>`${isDecided}`, count: sql<number>`count(*)`.mapWith(Number) })
    .from(table)
    .where(
      db.where(
        table,
        and(
          ...[isNotNull(table.kind), ne(sql`${table.kind}::text`, "excluded"), eq(table.fault, false)],
          ...[gte(start, asked.from), or(sql`not ${isDecided}`, isNotNull(end))],
          asked.leavesSamplesOut ? sql`not ${isOfSamples(db, table)}` : undefined,
        ),
      ),
    )
    .groupBy(sql`1`, sql`2`);
}

const IS_DECIDED_LEAD = sql`(${inArray(leads.kind, ["customer", "not_a_fit"])})`;
const IS_CLOSED = sql`(${inArray(opportunities.kind, ["won", "lost"])})`;

const SPANS = {
  lead: {
    ...{ table: leads, start: leads.cameInDay, isDecided: IS_DECIDED_LEAD },
    end: sql`case when ${IS_DECIDED_LEAD} then ${leads.decidedDay} end`,
  },
  qualification: {
    ...{ table: leads, start: leads.cameInDay },
    isDecided: sql`(${leads.qualified} or ${IS_DECIDED_LEAD})`,
    end: sql`case when ${leads.qualified} then ${leads.qualifiedDay} when ${IS_DECIDED_LEAD} then ${leads.decidedDay} end`,
  },
  opportunity: {
    ...{ table: opportunities, start: opportunities.openedDay, isDecided: IS_CLOSED },
    end: sql`case when ${IS_CLOSED} then ${opportunities.closedDay} end`,
  },
} as const satisfies Record<DecisionKind, { isDecided: SQL; end: SQL; [part: string]: unknown }>;
