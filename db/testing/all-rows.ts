import type { Sql } from "postgres";

/** Every row of every table of a team, as text: equal before and after when nothing of the team was touched. */
export async function allRows(admin: Sql, teamId: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'team_id' order by 1`;
  const own = await admin<{ row: string }[]>`select teams::text as row from teams where id = ${teamId}`;
  const rows: Record<string, readonly string[]> = { teams: own.map(({ row }) => row) };
  for (const { name } of tables) {
    const all = await admin<{ row: string }[]>`
      select t::text as row from ${admin(name)} t where team_id = ${teamId} order by 1`;
    rows[name] = all.map(({ row }) => row);
  }
  return rows;
}
