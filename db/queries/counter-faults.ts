import { inArray, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { lagCounts } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import { DECISION_KINDS } from "@/lib/domain/metrics/maturity";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { BASES, countersOf } from "./count-cells";
import { subjectOf } from "./lag-cells";
import { allCells, allLags, SUM_OF_SIGNS, sumOfSigns } from "./unfolded";

/** Rows of counters that, with what waits to be folded, are not what counting the records gives. */
export async function listCounterFaults(db: TeamDb, subject: Subject, limit: number) {
  const { records, changes, counts } = COUNTED_TABLES[subject];
  const columns = countersOf(subject, BASES).map(({ column }) => column);
  const list = sql.join(columns, sql`, `);
  const negative = sql.join(
    columns.map((column) => sql`-${column} as ${column}`),
    sql`, `,
  );
  const facts = sql`select * from ${records} where ${db.where(records)} and kind is not null`;
  const waiting = sql`select * from ${changes} where ${db.where(changes)}`;
  const wrong = sql.join(
    columns.map((column) => sql`sum(${column}) <> 0`),
    sql` or `,
  );
  return db.tx.execute<{ counted_by: string; month: string }>(sql`
    select counted_by, month::text as month from (
      select ${KEY}, ${list} from (${allCells(db, subject, facts, (is) => sql`count(*) filter (where ${is})`)}) f
      union all select ${KEY}, ${negative} from (${allCells(db, subject, waiting, sumOfSigns)}) w
      union all select ${KEY}, ${negative} from ${counts} where ${db.where(counts)}
    ) as cells
    group by ${KEY} having ${wrong} order by 1, 2 limit ${limit}`);
}

const KEY = sql`counted_by, month, sample, channel_id, campaign_id, owner_id`;

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
