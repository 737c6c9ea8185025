import { and, count, desc, eq, gt, gte, isNull, sql } from "drizzle-orm";
import { invitations, memberships } from "@/db/schema/teams";
import type { TeamDb } from "@/db/scope";
import type { Id, InvitationId, UserId } from "@/lib/domain/ids";

const MEMBER = {
  id: memberships.id,
  userId: memberships.userId,
  name: memberships.name,
  role: memberships.role,
  removedAt: memberships.removedAt,
  version: memberships.version,
  // The address stands with the account, which is no team's: read one by one, so that no row of another team is joined.
  email: sql<string>`(select users.email from users where users.id = ${memberships.userId})`,
};

/** Those who are members now, by name, with the address of each account. */
export async function listCurrentMembers(db: TeamDb) {
  return db.tx
    .select(MEMBER)
    .from(memberships)
    .where(db.where(memberships, isNull(memberships.removedAt)))
    .orderBy(memberships.name, memberships.id)
    .limit(1000);
}

export async function findMembership(db: TeamDb, by: { readonly id: Id<"membership"> } | { readonly userId: UserId }) {
  const isThis = "id" in by ? eq(memberships.id, by.id) : eq(memberships.userId, by.userId);
  const [row] = await db.tx.select(MEMBER).from(memberships).where(db.where(memberships, isThis));
  return row ?? null;
}

export async function countOwners(db: TeamDb): Promise<number> {
  const [row] = await db.tx
    .select({ n: count() })
    .from(memberships)
    .where(db.where(memberships, eq(memberships.role, "owner"), isNull(memberships.removedAt)));
  return row?.n ?? 0;
}

/** Invitations that can still be accepted, newest first; never a token. */
export async function listPendingInvitations(db: TeamDb, now: Date) {
  return db.tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      expiresAt: invitations.expiresAt,
      createdAt: invitations.createdAt,
    })
    .from(invitations)
    .where(
      db.where(
        invitations,
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(200);
}

/** How many invitations were written since then, in all and to this address, whatever has become of them. */
export async function countInvitationsSince(db: TeamDb, since: Date, email: string) {
  const [row] = await db.tx
    .select({
      all: count(),
      toAddress: sql<number>`count(*) filter (where ${invitations.email} = ${email})`.mapWith(Number),
    })
    .from(invitations)
    .where(db.where(invitations, gte(invitations.createdAt, since)));
  return row ?? { all: 0, toAddress: 0 };
}

export async function findInvitation(db: TeamDb, id: InvitationId) {
  const [row] = await db.tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .where(db.where(invitations, and(eq(invitations.id, id))));
  return row ?? null;
}
