import { database } from "@/db/client";
import { listTeamsOf } from "@/db/directory";
import { TeamDb } from "@/db/scope";
import { AppError } from "@/lib/domain/errors";
import type { TeamId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { currentSession } from "./session";
import type { NewTeamContext } from "./team-context";

const TEAMS_MAX = 50;

/** The door of a team that does not exist yet: proves a session, and gives one writing transaction on a new team's id. */
export async function openNewTeam<T>(work: (ctx: NewTeamContext) => Promise<T>): Promise<T> {
  const session = await currentSession();
  if (session === null) throw new AppError("unauthenticated");
  const teamId = newId<TeamId>();
  return database().transaction({ teamId, access: "write" }, async (tx) => {
    const teams = await listTeamsOf(tx, session.user.id);
    if (teams.length >= TEAMS_MAX) throw new AppError("too-many", { n: 0 });
    return work({ user: session.user, now: new Date(), newId, db: new TeamDb(tx, teamId) });
  });
}
