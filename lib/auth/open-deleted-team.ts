import { type Database, database } from "@/db/client";
import { listDeletedTeamsOf } from "@/db/directory";
import { findRole } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { AppError } from "@/lib/domain/errors";
import type { TeamId, UserId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { newId } from "@/lib/new-id";
import { currentSession } from "./session";
import type { NewTeamContext } from "./team-context";

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long a deleted team can be brought back. */
export const GRACE_MS = 30 * DAY_MS;

/** The teams that somebody has deleted as their owner, and until when each can be brought back. */
export async function listDeletedTeams(userId: UserId) {
  const teams = await database().transaction({ teamId: null, access: "read" }, (tx) => listDeletedTeamsOf(tx, userId));
  return teams.map(({ id, name, deletedAt }) => ({ id, name, until: new Date(Date.parse(deletedAt) + GRACE_MS) }));
}

/** The door of a team that has been deleted: proves a session and that its user owns it, and gives one writing transaction. */
export async function openDeletedTeam<T>(teamId: TeamId, work: (ctx: NewTeamContext) => Promise<T>): Promise<T> {
  const session = await currentSession();
  if (session === null) throw new AppError("unauthenticated");
  return openDeletedTeamIn(database(), { teamId, user: session.user, now: new Date() }, work);
}

export async function openDeletedTeamIn<T>(
  db: Pick<Database, "transaction">,
  { teamId, user, now }: Pick<NewTeamContext, "user" | "now"> & { readonly teamId: TeamId },
  work: (ctx: NewTeamContext) => Promise<T>,
): Promise<T> {
  return db.transaction({ teamId, access: "write" }, async (tx) => {
    const scope = new TeamDb(tx, teamId);
    const role = await findRole(scope, user.id);
    const isDeleted = (await listDeletedTeamsOf(tx, user.id)).some(({ id }) => id === teamId);
    if (role === null || !isDeleted || !can(role, "team:undelete")) throw new AppError("not-found");
    return work({ user, now, newId, db: scope });
  });
}
