import { type SQL, sql } from "drizzle-orm";
import type { Past } from "./facts";

/** Whether a row of the log, under this alias, stands: recorded by then, not undone by then, and no undoing itself. */
export function isStanding(alias: string, past: Past | undefined): SQL {
  const row = sql.identifier(alias);
  const heard = (other: SQL) => (past === undefined ? sql`true` : sql`${other}.seq <= ${past.seq}`);
  return sql`(${row}.undoes_id is null and ${heard(sql`${row}`)} and not exists (
    select 1 from stage_transitions undoing
    where undoing.team_id = ${row}.team_id and undoing.undoes_id = ${row}.id and ${heard(sql`undoing`)}))`;
}
