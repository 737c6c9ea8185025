import { forbidden, notFound, redirect } from "next/navigation";
import { database } from "@/db/client";
import { resolveTeam } from "@/db/directory";
import { findRole, findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { allOf } from "@/lib/domain/all-of";
import { AppError } from "@/lib/domain/errors";
import type { TeamId } from "@/lib/domain/ids";
import { type Capability, canInTeam } from "@/lib/domain/permissions";
import { newId } from "@/lib/new-id";
import { routes } from "@/lib/routes";
import { currentSession, type Session } from "./session";
import { isDenial, recordDenial } from "./record-denial";
import type { TeamContext } from "./team-context";

/**
 * The door of every team page: proves session, membership and capability, and gives a read-only view of one moment.
 * Signed out: to the sign-in page. Not a member, or no such team: not found. A member who may not: forbidden.
 */
export async function openTeam<T>(
  slug: string,
  needs: Capability,
  work: (ctx: TeamContext) => Promise<T>,
  patienceMs?: number,
): Promise<T> {
  try {
    return await enterTeam(slug, needs, "read", work, patienceMs);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect(routes.signIn({ next: routes.team(slug) }));
    if (error.code === "not-found") notFound();
    if (error.code === "forbidden") forbidden();
    throw error;
  }
}

/**
 * The same proof for pages, actions and routes; refusals are thrown as `AppError`. `patienceMs` is for what goes through a
 * whole file.
 */
export async function enterTeam<T>(
  slug: string,
  needs: Capability,
  access: "read" | "write",
  work: (ctx: TeamContext) => Promise<T>,
  patienceMs?: number,
): Promise<T> {
  const session = await currentSession();
  if (session === null) throw new AppError("unauthenticated");
  const teamId = await database().transaction({ teamId: null, access: "read" }, (tx) =>
    resolveTeam(tx, session.user.id, slug),
  );
  if (teamId === null) throw new AppError("not-found");
  return asMember(session, teamId, { needs, access, ...(patienceMs === undefined ? {} : { patienceMs }) }, work);
}

async function asMember<T>(
  session: Session,
  teamId: TeamId,
  { needs, ...how }: { readonly needs: Capability; readonly access: "read" | "write"; readonly patienceMs?: number },
  work: (ctx: TeamContext) => Promise<T>,
): Promise<T> {
  const now = new Date();
  try {
    return await database().transaction({ teamId, ...how }, async (tx) => {
      const db = new TeamDb(tx, teamId);
      const [team, role] = await allOf([findTeam(db), findRole(db, session.user.id)]);
      if (team === null || role === null) throw new AppError("not-found");
      if (!canInTeam(role, needs, team.sharing)) throw new AppError("forbidden");
      return work({ user: session.user, role, team, now, newId, db });
    });
  } catch (error) {
    const by = { actorKind: "user", actorId: session.user.id, now } as const;
    if (isDenial(error)) await recordDenial(database(), { teamId, needs, ...by });
    throw error;
  }
}
