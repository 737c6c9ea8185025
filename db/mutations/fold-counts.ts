import { type SQL, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import { lagCounts, openCounts } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import type { Subject } from "@/lib/domain/pipeline/kinds";

/** How changes become rows of counters. */
export interface Folding {
  readonly columns: readonly SQL[];
  readonly openColumns: readonly SQL[];
  readonly cellsOf: (changes: SQL) => SQL;
  readonly opensOf: (changes: SQL) => SQL;
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
  { columns, openColumns, cellsOf, opensOf, lagsOf }: Folding,
): Promise<void> {
  const { changes, counts } = COUNTED_TABLES[subject];
  await db.tx.execute(sql`
    with taken as (delete from ${changes} where ${db.where(changes)} returning *),
      cells as (${cellsOf(sql`select * from taken`)}),
      opens as (${opensOf(sql`select * from taken`)}),
      lags as (${lagsOf(sql`select * from taken`)}),
      opened as (
        insert into ${openCounts} as c (team_id, subject, ${OPEN_KEY}, ${sql.join([...openColumns], sql`, `)})
        select ${db.teamId}::uuid, ${subject}, counted_by, month, ${PART_KEY}, ${sumsOf(openColumns)} from opens
        group by counted_by, month, ${PART_KEY} having ${anyOf(openColumns)}
        on conflict (team_id, subject, ${OPEN_KEY}) do update set ${added(openColumns)}),
      lagged as (
        insert into ${lagCounts} as l (team_id, ${LAG_KEY}, records)
        select ${db.teamId}::uuid, ${LAG_KEY}, sum(records) from lags group by ${LAG_KEY} having sum(records) <> 0
        on conflict (team_id, ${LAG_KEY}) do update set records = l.records + excluded.records)
    insert into ${counts} as c (team_id, ${KEY}, ${sql.join([...columns], sql`, `)})
    select ${db.teamId}::uuid, ${KEY}, ${sumsOf(columns)} from cells
    group by ${KEY} having ${anyOf(columns)}
    on conflict (team_id, ${KEY}) do update set ${added(columns)}`);
}

function sumsOf(columns: readonly SQL[]): SQL {
  return sql.join(
    columns.map((column) => sql`sum(${column})`),
    sql`, `,
  );
}

function anyOf(columns: readonly SQL[]): SQL {
  return sql.join(
    columns.map((column) => sql`sum(${column}) <> 0`),
    sql` or `,
  );
}

function added(columns: readonly SQL[]): SQL {
  return sql.join(
    columns.map((column) => sql`${column} = c.${column} + excluded.${column}`),
    sql`, `,
  );
}

const PART_KEY = sql`sample, channel_id, campaign_id, owner_id`;
const KEY = sql`counted_by, month, ${PART_KEY}`;
const OPEN_KEY = sql`counted_by, day, ${PART_KEY}`;
const LAG_KEY = sql`decision, began, outcome, days, sample`;
