import { eq, sql } from "drizzle-orm";
import { teamAddresses } from "@/db/schema/team-addresses";
import { teams } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { Sharing } from "@/lib/domain/permissions";

type NewTeam = Omit<typeof teams.$inferInsert, "id" | "logSeq" | "logHash" | "version" | "deletedAt">;

/** False when the address is another team's or once was, also one that is made at this moment. */
export async function createTeamRow(db: TeamDb, team: NewTeam): Promise<boolean> {
  if (!(await takeAddress(db, team.slug))) return false;
  await db.tx.insert(teams).values({ ...team, id: db.teamId });
  return true;
}

/** Another address for the team; false when that is another team's or once was. The old one stays taken. */
export async function updateSlug(db: TeamDb, slug: string, version: number): Promise<boolean> {
  if (!(await takeAddress(db, slug))) return false;
  await db.tx.update(teams).set({ slug, version }).where(eq(teams.id, db.teamId));
  return true;
}

/** An address is one team's for ever, so that nobody who kept it comes to another. A team may go back to one of its own. */
async function takeAddress({ tx, teamId }: TeamDb, slug: string): Promise<boolean> {
  await tx.insert(teamAddresses).values({ slug, takenBy: teamId }).onConflictDoNothing();
  const own = await tx.execute(sql`select 1 from ${teamAddresses} where slug = ${slug} and taken_by = ${teamId}::uuid`);
  return own.length > 0;
}

/** Null brings the team back. */
export async function setTeamDeleted({ tx, teamId }: TeamDb, deletedAt: Date | null): Promise<void> {
  await tx
    .update(teams)
    .set({ deletedAt, version: sql`${teams.version} + 1` })
    .where(eq(teams.id, teamId));
}

/** Whoever changes rights or settings waits here for the others, so that what is read next stays true until the end. */
export async function lockTeam({ tx, teamId }: TeamDb): Promise<void> {
  await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).for("no key update");
}

export async function updateTeam(
  { tx, teamId }: TeamDb,
  changes: Pick<typeof teams.$inferInsert, "name" | "timeZone" | "currency" | "leadConvertsAt" | "version">,
): Promise<void> {
  await tx.update(teams).set(changes).where(eq(teams.id, teamId));
}

export async function updateSharing({ tx, teamId }: TeamDb, sharing: Sharing): Promise<void> {
  await tx
    .update(teams)
    .set({ sharing, version: sql`${teams.version} + 1` })
    .where(eq(teams.id, teamId));
}
