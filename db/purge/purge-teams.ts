import type { Sql, TransactionSql } from "postgres";
import { quoted, tablesInOrder } from "@/db/backup/tables";
import { withConnection } from "@/db/bootstrap";

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long an owner can bring a deleted team back. */
const GRACE_MS = 30 * DAY_MS;
const ONE_PURGES_LOCK = 7_463_902;

/** That a team is gone, and how many rows of it there were. */
export interface Certificate {
  readonly teamId: string;
  readonly at: string;
  readonly rows: number;
}

/**
 * Deletes for good, as `tofold_purge`, the teams that were deleted 30 days ago: each in one transaction, at whose end every
 * table is counted again. Killed in between it begins that team anew; of several servers one works.
 */
export async function purgeTeams(purgeUrl: string, now: Date): Promise<readonly Certificate[]> {
  const gone: Certificate[] = [];
  await withConnection(purgeUrl, async (sql) => {
    const [lock] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${ONE_PURGES_LOCK}) as mine`;
    if (lock?.mine !== true) return;
    const before = new Date(now.getTime() - GRACE_MS);
    const due = await sql<{ id: string }[]>`select id from list_teams_deleted_before(${before}) as id`;
    for (const { id } of due) gone.push({ teamId: id, at: now.toISOString(), rows: await purgeTeam(sql, id) });
  });
  return gone;
}

async function purgeTeam(sql: Sql, teamId: string): Promise<number> {
  const tables = await tenantTables(sql);
  return sql.begin(async (tx) => {
    await tx`select use_team(${teamId})`;
    let rows = 0;
    for (const table of tables) rows += await deleteRows(tx, table, teamId);
    // What leaves the records appends its changes of counts; they go after it.
    for (const table of tables) rows += await deleteRows(tx, table, teamId);
    const left = await rowsLeft(tx, tables, teamId);
    if (left > 0) throw new Error(`${left} rows of a deleted team are left`);
    const team = await tx`delete from teams where id = ${teamId} and deleted_at is not null`;
    if (team.count !== 1) throw new Error("a team that is not deleted is not purged");
    await tx`update team_addresses set taken_by = null where taken_by = ${teamId}`;
    return rows + 1;
  });
}

/** Those with a team's column, asked of the catalog, one that points at another before it. */
async function tenantTables(sql: Sql): Promise<readonly string[]> {
  const ordered = await tablesInOrder(sql);
  const own = ordered.filter(({ columns }) => columns.split(", ").includes("team_id"));
  return own.map(({ name }) => quoted(name)).toReversed();
}

async function deleteRows(tx: TransactionSql, table: string, teamId: string): Promise<number> {
  const { count } = await tx.unsafe(`delete from ${table} where team_id = $1`, [teamId]);
  return count;
}

async function rowsLeft(tx: TransactionSql, tables: readonly string[], teamId: string): Promise<number> {
  const counts = tables.map((table) => `(select count(*) from ${table} where team_id = $1)`);
  const [row] = await tx.unsafe<{ n: number }[]>(`select (${counts.join(" + ")})::int as n`, [teamId]);
  return row?.n ?? Number.POSITIVE_INFINITY;
}
