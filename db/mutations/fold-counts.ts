import { type SQL, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { lagCounts } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import type { Subject } from "@/lib/domain/pipeline/kinds";

/** How changes become rows of counters. */
export interface Folding {
  readonly columns: readonly SQL[];
  readonly cellsOf: (changes: SQL) => SQL;
  readonly lagsOf: (changes: SQL) => SQL;
}

/** Whether this transaction may fold the team's changes; false while another does. */
export async function takeFolding(db: TeamDb): Promise<boolean> {
  const lock = sql`select pg_try_advisory_xact_lock(${FOLD_LOCK}::int, hashtext(${db.teamId}::text)) as mine`;
  const [answer] = await db.tx.execute<{ mine: boolean }>(lock);
  return answer?.mine === true;
}

const FOLD_LOCK = 7_463_903;

/** Adds the changes that wait to the counters and takes them off the queue, in one statement. */
export async function addToCounters(
  db: TeamDb,
  subject: Subject,
  { columns, cellsOf, lagsOf }: Folding,
): Promise<void> {
  const { changes, counts } = COUNTED_TABLES[subject];
  const each = (make: (column: SQL) => SQL) => sql.join(columns.map(make), sql`, `);
  const any = sql.join(
    columns.map((column) => sql`sum(${column}) <> 0`),
    sql` or `,
  );
  await db.tx.execute(sql`
    with taken as (delete from ${changes} where ${db.where(changes)} returning *),
      cells as (${cellsOf(sql`select * from taken`)}),
      lags as (${lagsOf(sql`select * from taken`)}),
      lagged as (
        insert into ${lagCounts} as l (team_id, ${LAG_KEY}, records)
        select ${db.teamId}::uuid, ${LAG_KEY}, sum(records) from lags group by ${LAG_KEY} having sum(records) <> 0
        on conflict (team_id, ${LAG_KEY}) do update set records = l.records + excluded.records)
    insert into ${counts} as c (team_id, ${KEY}, ${each((column) => column)})
    select ${db.teamId}::uuid, ${KEY}, ${each((column) => sql`sum(${column})`)} from cells
    group by ${KEY} having ${any}
    on conflict (team_id, ${KEY}) do update set ${each((column) => sql`${column} = c.${column} + excluded.${column}`)}`);
}

const KEY = sql`counted_by, month, sample, channel_id, campaign_id, owner_id`;
const LAG_KEY = sql`decision, began, outcome, days, sample`;
