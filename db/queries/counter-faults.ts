import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { lagCounts, openCounts } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import { DECISION_KINDS } from "@/lib/domain/metrics/maturity";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { BASES, type Counter, countersOf } from "./count-cells";
import { subjectOf } from "./lag-cells";
import { openCounters } from "./open-cells";
import { allCells, allLags, allOpens, SUM_OF_SIGNS, sumOfSigns } from "./unfolded";

/** Rows of counters that, with what waits to be folded, are not what counting the records gives. */
export async function listCounterFaults(db: TeamDb, subject: Subject, limit: number) {
  const { records, changes, counts } = COUNTED_TABLES[subject];
  const { list, negative, wrong } = columnsOf(countersOf(subject, BASES));
  const facts = sql`select * from ${records} where ${db.where(records)} and kind is not null`;
  const waiting = sql`select * from ${changes} where ${db.where(changes)}`;
  return db.tx.execute<{ counted_by: string; month: string }>(sql`
    select counted_by, month::text as month from (
      select ${KEY}, ${list} from (${allCells(db, subject, facts, countOf)}) f
      union all select ${KEY}, ${negative} from (${allCells(db, subject, waiting, sumOfSigns)}) w
      union all select ${KEY}, ${negative} from ${counts} where ${db.where(counts)}
    ) as cells
    group by ${KEY} having ${wrong} order by 1, 2 limit ${limit}`);
}

const KEY = sql`counted_by, month, sample, channel_id, campaign_id, owner_id`;

/** Rows of what is open by the day that are wrong likewise. */
export async function listOpenFaults(db: TeamDb, subject: Subject, limit: number) {
  const { records, changes } = COUNTED_TABLES[subject];
  const { list, negative, wrong } = columnsOf(openCounters(subject));
  const facts = sql`select * from ${records} where ${db.where(records)} and kind is not null`;
  const waiting = sql`select * from ${changes} where ${db.where(changes)}`;
  const kept = db.where(openCounts, eq(openCounts.subject, subject));
  return db.tx.execute<{ counted_by: string; month: string }>(sql`
    select counted_by, month::text as month from (
      select ${KEY}, ${list} from (${allOpens(db, subject, facts, countOf)}) f
      union all select ${KEY}, ${negative} from (${allOpens(db, subject, waiting, sumOfSigns)}) w
      union all select ${KEY}, ${negative} from (select *, day as month from ${openCounts} where ${kept}) k
    ) as cells
    group by ${KEY} having ${wrong} order by 1, 2 limit ${limit}`);
}

function countOf(is: SQL): SQL {
  return sql`count(*) filter (where ${is})`;
}

function columnsOf(counters: readonly Counter[]) {
  const each = (make: (column: SQL) => SQL, between: SQL) =>
    sql.join(
      counters.map(({ column }) => make(column)),
      between,
    );
  return {
    list: each((column) => column, sql`, `),
    negative: each((column) => sql`-${column} as ${column}`, sql`, `),
    wrong: each((column) => sql`sum(${column}) <> 0`, sql` or `),
  };
}

/** Rows of the lags that are wrong likewise. */
export async function listLagFaults(db: TeamDb, subject: Subject, limit: number) {
  const { records, changes } = COUNTED_TABLES[subject];
  const decisions = DECISION_KINDS.filter((decision) => subjectOf(decision) === subject);
  const facts = sql`select * from ${records} where ${db.where(records)} and kind is not null`;
  const waiting = sql`select * from ${changes} where ${db.where(changes)}`;
  const kept = db.where(lagCounts, inArray(lagCounts.decision, decisions));
  return db.tx.execute<{ counted_by: string; month: string }>(sql`
    select decision as counted_by, began::text as month from (
      select ${LAG_KEY}, records from (${allLags(db, subject, facts, sql`count(*)`)}) f
      union all select ${LAG_KEY}, -records from (${allLags(db, subject, waiting, SUM_OF_SIGNS)}) w
      union all select ${LAG_KEY}, -records from ${lagCounts} where ${kept}
    ) as cells
    group by ${LAG_KEY} having sum(records) <> 0 order by 1, 2 limit ${limit}`);
}

const LAG_KEY = sql`decision, began, outcome, days, sample`;
