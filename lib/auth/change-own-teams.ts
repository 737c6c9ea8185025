import type { Database } from "@/db/client";
import { listTeamsOf } from "@/db/directory";
import { TeamDb } from "@/db/scope";
import type { UserId } from "@/lib/domain/ids";

/** For what a person changes of themselves in every team of theirs: one transaction for each, so never two teams in one. */
export async function changeOwnTeams(
  db: Database,
  user: UserId,
  work: (scope: TeamDb) => Promise<void>,
): Promise<void> {
  const teams = await db.transaction({ teamId: null, access: "read" }, (tx) => listTeamsOf(tx, user));
  for (const { id } of teams) {
    await db.transaction({ teamId: id, access: "write" }, (tx) => work(new TeamDb(tx, id)));
  }
}
