import { and, eq, isNull, sql } from "drizzle-orm";
import { invitations, memberships } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { Id, InvitationId, UserId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/permissions";

interface NewMember {
  readonly id: Id<"membership">;
  readonly userId: UserId;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
}

export async function createMember(db: TeamDb, member: NewMember): Promise<void> {
  await db.tx.insert(memberships).values(db.own(member));
}

/** Sets role or end of a membership if nobody else has changed it; false when somebody has. */
export async function updateMember(
  db: TeamDb,
  { id, version }: { readonly id: Id<"membership">; readonly version: number },
  changes: { readonly role?: Role; readonly removedAt?: Date | null; readonly name?: string },
): Promise<boolean> {
  const changed = await db.tx
    .update(memberships)
    .set({ ...changes, version: version + 1 })
    .where(db.where(memberships, eq(memberships.id, id), eq(memberships.version, version)))
    .returning({ id: memberships.id });
  return changed.length > 0;
}

/** A name is its bearer's alone, so no version is compared; it counts up for whoever edits the membership. */
export async function renameMember(db: TeamDb, userId: UserId, name: string): Promise<void> {
  await db.tx
    .update(memberships)
    .set({ name, version: sql`${memberships.version} + 1` })
    .where(db.where(memberships, eq(memberships.userId, userId)));
}

export async function createInvitation(
  db: TeamDb,
  invitation: Omit<typeof invitations.$inferInsert, "teamId">,
): Promise<void> {
  await db.tx.insert(invitations).values(db.own(invitation));
}

/** Ends an invitation that is still open, by acceptance or by being taken back; false when it has ended already. */
export async function endInvitation(
  db: TeamDb,
  id: InvitationId,
  end: { readonly acceptedAt: Date } | { readonly revokedAt: Date },
): Promise<boolean> {
  const ended = await db.tx
    .update(invitations)
    .set(end)
    .where(
      db.where(invitations, and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
    )
    .returning({ id: invitations.id });
  return ended.length > 0;
}

/** Takes back every invitation that is still open. */
export async function revokeAllInvitations(db: TeamDb, revokedAt: Date): Promise<void> {
  await db.tx
    .update(invitations)
    .set({ revokedAt })
    .where(db.where(invitations, and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))));
}
