import { type SQL, sql } from "drizzle-orm";
import { stageTransitions } from "@/db/schema/log";
import type { TeamDb } from "@/db/scope";
import type { Past } from "./facts";

/**
 * Whether a row of the log stands: recorded by then, not undone by then, and no undoing itself. Those undone are looked up as
 * one set, so that no plan can read the log once for each row of it.
 */
export function isStanding({ teamId }: TeamDb, past: Past | undefined): SQL {
  const { id, seq, undoesId } = stageTransitions;
  const [heard, undoingHeard] =
    past === undefined ? [sql`true`, sql`true`] : [sql`${seq} <= ${past.seq}`, sql`undoing.seq <= ${past.seq}`];
  return sql`(${undoesId} is null and ${heard} and ${id} not in (
    select undoing.undoes_id from stage_transitions undoing
    where undoing.team_id = ${teamId} and undoing.undoes_id is not null and ${undoingHeard}))`;
}
