import { and, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { DecisionKind } from "@/lib/domain/metrics/maturity";
import type { Subject } from "@/lib/domain/pipeline/kinds";

/** Rows of facts, or of their images: whatever has the columns of the subject's table, named as it. */
export interface LagRows {
  readonly from: SQL;
  readonly where: SQL;
  readonly sample: SQL;
  /** How many records the rows of a group are. */
  readonly records: SQL;
}

/** The one definition of how long a record took to be decided; used by the fold, the live read and the check. */
export function lagCells(decision: DecisionKind, { from, where, sample, records }: LagRows): SQL {
  const { table, start, converted, ended } = LAGS[decision];
  const outcome = sql`case when ${converted.is} then 'converted' when ${ended.is} then 'ended' else 'open' end`;
  const end = sql`case when ${converted.is} then ${converted.on} when ${ended.is} then ${ended.on} end`;
  const counted = and(ne(sql`${table.kind}::text`, "excluded"), eq(table.fault, false), isNotNull(start), where);
  // What was decided on a day that nobody knows has no time.
  return sql`select ${decision}::text as decision, sample, outcome,
      case outcome when 'open' then started else date_trunc('month', started)::date end as began,
      case outcome when 'open' then 0 else past - started end as days, ${records} as records
    from (select ${table}.*, ${start} as started, ${outcome} as outcome, ${end} as past, ${sample} as sample
      from ${from} where ${counted}) as lags
    where outcome = 'open' or past is not null
    group by 2, 3, 4, 5`;
}

/** Of which records a decision is. */
export function subjectOf(decision: DecisionKind): Subject {
  return decision === "opportunity" ? "opportunity" : "lead";
}

/** The day on which a record of such a decision began. */
export function startOf(decision: DecisionKind): SQL {
  return sql`${LAGS[decision].start}`;
}

interface Ending {
  readonly is: SQL;
  readonly on: SQL;
}

const { qualified, qualifiedDay, decidedDay, kind, cameInDay } = leads;
const IS_CUSTOMER = sql`(${inArray(kind, ["customer"])})`;
const OF_LEADS = {
  table: leads,
  start: cameInDay,
  ended: { is: sql`(${eq(kind, "not_a_fit")})`, on: sql`${decidedDay}` },
};
const closed = (as: "won" | "lost"): Ending => ({
  is: sql`(${eq(opportunities.kind, as)})`,
  on: sql`${opportunities.closedDay}`,
});

const LAGS = {
  lead: { ...OF_LEADS, converted: { is: IS_CUSTOMER, on: sql`${decidedDay}` } },
  qualification: {
    ...OF_LEADS,
    converted: {
      is: sql`(${qualified} or ${IS_CUSTOMER})`,
      on: sql`case when ${qualified} then ${qualifiedDay} else ${decidedDay} end`,
    },
  },
  opportunity: {
    table: opportunities,
    start: opportunities.openedDay,
    converted: closed("won"),
    ended: closed("lost"),
  },
} as const satisfies Record<DecisionKind, { converted: Ending; ended: Ending; [part: string]: unknown }>;
