import { cache } from "react";
import { listOwnTeams } from "@/lib/auth/page-after-sign-in";
import { readSharing } from "@/lib/auth/read-sharing";
import { currentSession } from "@/lib/auth/session";
import { ROLES, type Role } from "@/lib/domain/permissions";

/** For the frame round a page: who reads, their teams, and their role in this one. It decides nothing: pages open doors. */
export const readFrame = cache(async (slug: string) => {
  const session = await currentSession();
  if (session === null) return null;
  const teams = await listOwnTeams(session.user.id);
  const team = teams.find((one) => one.slug === slug);
  const role: Role | undefined = ROLES.find((one) => one === team?.role);
  if (team === undefined || role === undefined) return null;
  // Only of members does the frame depend on it.
  const sharing = role === "member" ? await readSharing(team.id) : "on";
  return { user: session.user, teams, team, role, sharing };
});
