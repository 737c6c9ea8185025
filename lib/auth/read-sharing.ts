import { database } from "@/db/client";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import type { TeamId } from "@/lib/domain/ids";
import type { Sharing } from "@/lib/domain/permissions";

/** Who may share in a team that its reader was found to be in: for the menu alone, pages open doors. */
export async function readSharing(teamId: TeamId): Promise<Sharing> {
  const team = await database().transaction({ teamId, access: "read" }, (tx) => findTeam(new TeamDb(tx, teamId)));
  return team?.sharing ?? "off";
}
