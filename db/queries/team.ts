import { eq, isNull } from "drizzle-orm";
import { memberships, teams } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { UserId } from "@/lib/domain/ids";

/** The team's settings; null when it is being deleted. */
export async function findTeam({ tx, teamId }: TeamDb) {
  const [row] = await tx
    .select({
      id: teams.id,
      slug: teams.slug,
      name: teams.name,
      scenario: teams.scenario,
      timeZone: teams.timeZone,
      currency: teams.currency,
      leadConvertsAt: teams.leadConvertsAt,
      sharing: teams.sharing,
      version: teams.version,
      deletedAt: teams.deletedAt,
    })
    .from(teams)
    .where(eq(teams.id, teamId));
  if (!row || row.deletedAt) return null;
  const { deletedAt: _, ...team } = row;
  return team;
}

/** The role of a member who is still one. */
export async function findRole(db: TeamDb, userId: UserId) {
  const [row] = await db.tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(db.where(memberships, eq(memberships.userId, userId), isNull(memberships.removedAt)));
  return row?.role ?? null;
}

/** Everybody who is or was a member, by name: a removed one may still answer for records. */
export async function listMembers(db: TeamDb) {
  return db.tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: memberships.name,
      role: memberships.role,
      removedAt: memberships.removedAt,
      version: memberships.version,
    })
    .from(memberships)
    .where(db.where(memberships))
    .orderBy(memberships.name, memberships.id)
    .limit(1000);
}
