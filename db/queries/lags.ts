import { type SQL, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { lagCounts } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import type { OutcomeCount } from "@/lib/domain/metrics/maturation";
import type { DecisionKind } from "@/lib/domain/metrics/maturity";
import { piecesOf } from "@/lib/domain/metrics/pieces";
import { isFiltered } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import { asked, type RecordsAsked } from "./counted";
import { factsFirst } from "./facts";
import { lagCells, startOf, subjectOf } from "./lag-cells";
import { rowsOfChanges } from "./unfolded";

export interface LagsAsked {
  readonly decisions: readonly DecisionKind[];
  /** Records that began in these days. */
  readonly began: Period;
  readonly today: string;
  /** Each month by itself, or all of them together. */
  readonly byMonth: boolean;
}

/** Records alike in how long they took to be decided, or how old they are while open; the month is empty where all are together. */
export interface LagCount extends OutcomeCount {
  readonly decision: DecisionKind;
}

/**
 * What became of the records that began in a period, and after how many days. The whole team's of now come from the
 * counters but for days that fill no month; under filters, and of the past, the records or the log are read.
 */
export async function listLags(
  db: TeamDb,
  query: RecordsAsked,
  { decisions, began, today, byMonth }: LagsAsked,
): Promise<readonly LagCount[]> {
  const isCounted = query.past === undefined && !isFiltered(query);
  const { months, days } = isCounted ? piecesOf(began) : { months: null, days: [began] };
  const of = (decision: DecisionKind) => [
    ...(months === null ? [] : [folded(db, query, decision, months), unfolded(db, query, decision, months)]),
    ...(days.length === 0 ? [] : [ofDays(db, query, decision, days)]),
  ];
  const sources = decisions.flatMap(of);
  if (sources.length === 0) return [];
  const month = byMonth ? sql`to_char(began, 'YYYY-MM')` : sql`''::text`;
  const rows = await db.tx.execute<PackedLags>(sql`
    with ${factsFirst(db, query.past)}cells as (${sql.join(sources, sql` union all `)}),
      counts as (
        select decision, ${month} as month, outcome,
          case outcome when 'open' then ${today}::date - began else days end as days, sum(records)::int as count
        from cells group by 1, 2, 3, 4 having sum(records) <> 0)
    select decision, month, outcome, string_agg(days || ' ' || count, ',') as counts from counts group by 1, 2, 3`);
  return rows.flatMap(unpacked);
}

/** All numbers of days in one text: a large team has thousands, and few rows are quickly read. */
interface PackedLags extends Record<string, unknown>, Pick<LagCount, "decision" | "month" | "outcome"> {
  readonly counts: string;
}

function unpacked({ decision, month, outcome, counts }: PackedLags): readonly LagCount[] {
  return counts.split(",").map((each) => {
    const [days = 0, count = 0] = each.split(" ").map(Number);
    return { decision, month, outcome, days, count };
  });
}

// Sums are numbers of eight bytes and more; beside the counters' of four every row would be made anew.
const COLUMNS = sql`decision, outcome, began, days, records::int`;

function folded(db: TeamDb, { leavesSamplesOut }: RecordsAsked, decision: DecisionKind, { from, to }: Period): SQL {
  return sql`select ${COLUMNS} from ${lagCounts} where ${db.where(
    lagCounts,
    sql`decision = ${decision} and began >= ${from} and began < ${to}`,
    leavesSamplesOut ? sql`not sample` : undefined,
  )}`;
}

function unfolded(db: TeamDb, { leavesSamplesOut }: RecordsAsked, decision: DecisionKind, { from, to }: Period): SQL {
  const subject = subjectOf(decision);
  const { changes } = COUNTED_TABLES[subject];
  const rows = rowsOfChanges(db, subject, sql`select * from ${changes} where ${db.where(changes)}`);
  const start = startOf(decision);
  const within = sql`${start} >= ${from} and ${start} < ${to}`;
  const cells = lagCells(decision, { ...rows, where: within, records: sql`sum(sign)` });
  return sql`select ${COLUMNS} from (${cells}) as waiting where ${leavesSamplesOut ? sql`not sample` : sql`true`}`;
}

function ofDays(db: TeamDb, query: RecordsAsked, decision: DecisionKind, days: readonly Period[]): SQL {
  const { records } = COUNTED_TABLES[subjectOf(decision)];
  const start = startOf(decision);
  const within = days.map(({ from, to }) => sql`(${start} >= ${from} and ${start} < ${to})`);
  const where = db.where(records, asked(db, records, query), sql`(${sql.join(within, sql` or `)})`);
  const cells = lagCells(decision, { from: sql`${records}`, where, sample: sql`false`, records: sql`count(*)` });
  return sql`select ${COLUMNS} from (${cells}) as records`;
}
