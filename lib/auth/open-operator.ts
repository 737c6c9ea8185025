import type { Database } from "@/db/client";
import { TeamDb } from "@/db/scope";
import type { TeamId } from "@/lib/domain/ids";

const PATIENCE_MS = 10 * 60_000;

/** The door of the operator's commands: whoever runs them on the server holds its database, so nothing else is asked. */
export function openOperator<T>(
  db: Database,
  teamId: TeamId,
  access: "read" | "write",
  work: (db: TeamDb) => Promise<T>,
): Promise<T> {
  return db.transaction({ teamId, access, patienceMs: PATIENCE_MS }, (tx) => work(new TeamDb(tx, teamId)));
}
