import { type Database, database } from "@/db/client";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import type { TeamId } from "@/lib/domain/ids";
import type { TeamContext } from "./team-context";

/** What the system itself does in a team: nobody asks, so there is neither user nor role. */
export type JobContext = Pick<TeamContext, "db" | "team" | "now">;

const PATIENCE_MS = 60_000;

/** The door of what runs by the clock. Null when the team is being deleted. */
export async function openJob<T>(
  teamId: TeamId,
  now: Date,
  work: (ctx: JobContext) => Promise<T>,
  access: "read" | "write" = "write",
): Promise<T | null> {
  return openJobIn(database(), teamId, now, work, access);
}

export async function openJobIn<T>(
  db: Pick<Database, "transaction">,
  teamId: TeamId,
  now: Date,
  work: (ctx: JobContext) => Promise<T>,
  access: "read" | "write" = "write",
): Promise<T | null> {
  return db.transaction({ teamId, access, patienceMs: PATIENCE_MS }, async (tx) => {
    const scope = new TeamDb(tx, teamId);
    const team = await findTeam(scope);
    return team === null ? null : work({ db: scope, team, now });
  });
}
