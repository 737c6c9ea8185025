import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { COUNTED_BY } from "@/db/schema/counters";
import { importBatches } from "@/db/schema/imports";
import type { TeamDb } from "@/db/scope";
import { DECISION_KINDS } from "@/lib/domain/metrics/maturity";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { BASES, cellsOf, countersOf } from "./count-cells";
import { lagCells, subjectOf } from "./lag-cells";
import { OPEN_BY, openCells } from "./open-cells";

/** How many changes of a team wait to be folded; counted no further than `most`. */
export async function countUnfolded(db: TeamDb, most: number): Promise<number> {
  const waiting = (subject: Subject) => {
    const { changes } = COUNTED_TABLES[subject];
    return sql`select 1 from ${changes} where ${db.where(changes)}`;
  };
  const all = sql`${waiting("lead")} union all ${waiting("opportunity")} limit ${most}`;
  const [row] = await db.tx.execute<{ n: number }>(sql`select count(*)::int as n from (${all}) as waiting`);
  return row?.n ?? 0;
}

/** Changes or the facts themselves, named as the subject's table, and whether each came with sample data. */
export function rowsOfChanges(db: TeamDb, subject: Subject, rows: SQL): { readonly from: SQL; readonly sample: SQL } {
  const from = sql`(select r.*, coalesce(b.sample, false) as of_samples from (${rows}) r
    left join ${importBatches} b on b.team_id = ${db.teamId} and b.id = r.batch_id)
    as ${sql.identifier(getTableName(COUNTED_TABLES[subject].records))}`;
  return { from, sample: sql`of_samples` };
}

/** The cells of all counters, of changes or of the facts themselves, as the fold adds them up and the check compares them. */
export function allCells(db: TeamDb, subject: Subject, rows: SQL, sum: (is: SQL) => SQL): SQL {
  const { from, sample } = rowsOfChanges(db, subject, rows);
  return cellsOf(subject, countersOf(subject, BASES), {
    from: () => from,
    where: sql`true`,
    place: monthOf,
    sample,
    sum,
    by: COUNTED_BY,
  });
}

/** The cells of all that is open, by the day. */
export function allOpens(db: TeamDb, subject: Subject, rows: SQL, sum: (is: SQL) => SQL): SQL {
  return openCells(subject, { ...rowsOfChanges(db, subject, rows), where: sql`true`, sum, by: OPEN_BY });
}

/** The cells of all lags of a subject's records. */
export function allLags(db: TeamDb, subject: Subject, rows: SQL, records: SQL): SQL {
  const own = DECISION_KINDS.filter((decision) => subjectOf(decision) === subject);
  const cells = own.map((decision) =>
    lagCells(decision, { ...rowsOfChanges(db, subject, rows), where: sql`true`, records }),
  );
  return sql.join(cells, sql` union all `);
}

export const SUM_OF_SIGNS = sql`sum(sign)`;

/** Changes count as what they add and take away. */
export function sumOfSigns(is: SQL): SQL {
  return sql`coalesce(sum(sign) filter (where ${is}), 0)`;
}

/** The month of a day; what has none is placed before all others. */
export function monthOf(day: SQL | PgColumn): SQL {
  return sql`coalesce(date_trunc('month', ${day})::date, '-infinity'::date)`;
}
