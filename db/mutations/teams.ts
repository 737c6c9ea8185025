import { eq, sql } from "drizzle-orm";
import { teams } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { Sharing } from "@/lib/domain/permissions";

type NewTeam = Omit<typeof teams.$inferInsert, "id" | "logSeq" | "logHash" | "version" | "deletedAt">;

/** False when the address is another team's, also one that is made at this moment. */
export async function createTeamRow({ tx, teamId }: TeamDb, team: NewTeam): Promise<boolean> {
  const made = await tx
    .insert(teams)
    .values({ ...team, id: teamId })
    .onConflictDoNothing({ target: teams.slug })
    .returning({ id: teams.id });
  return made.length > 0;
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
