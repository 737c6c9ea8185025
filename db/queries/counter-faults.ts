import { sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import type { TeamDb } from "@/db/scope";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { BASES, countersOf } from "./count-cells";
import { allCells, sumOfSigns } from "./unfolded";

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
