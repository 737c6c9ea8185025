import { type Database, database } from "@/db/client";
import { resolveInvitation } from "@/db/directory";
import { findInvitation, findMembership } from "@/db/queries/members";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { AppError } from "@/lib/domain/errors";
import type { Id, InvitationId, TeamId, UserId } from "@/lib/domain/ids";
import { parseToken } from "@/lib/domain/input/token";
import { can, capabilityToManage, type Role } from "@/lib/domain/permissions";
import { newId } from "@/lib/new-id";
import { hashToken } from "@/lib/token";
import type { TeamSettings } from "./team-context";

/** What an invitation's holder is given: the invitation, who wrote it, and the team, to become its member and no more. */
export interface InviteContext {
  readonly invitation: {
    readonly id: InvitationId;
    readonly email: string;
    readonly role: Role;
    readonly invitedBy: UserId;
  };
  readonly inviterName: string;
  readonly team: TeamSettings;
  readonly now: Date;
  readonly newId: <T extends Id<string>>() => T;
  readonly db: TeamDb;
}

interface Opening {
  readonly token: string;
  readonly now: Date;
  readonly access: "read" | "write";
}

/** The door of `/invite/[token]`: a known token, open and in time, of a team that is there, by one who may still invite. */
export async function openInvite<T>(opening: Opening, work: (ctx: InviteContext) => Promise<T>): Promise<T> {
  return openInviteIn(database(), opening, work);
}

export async function openInviteIn<T>(
  db: Pick<Database, "transaction">,
  { token, now, access }: Opening,
  work: (ctx: InviteContext) => Promise<T>,
): Promise<T> {
  const parsed = parseToken(token);
  if (!parsed.ok) throw new AppError("token-used");
  const found = await db.transaction({ teamId: null, access: "read" }, (tx) =>
    resolveInvitation(tx, hashToken(parsed.value)),
  );
  if (found === null) throw new AppError("token-used");
  return db.transaction({ teamId: found.teamId, access }, async (tx) =>
    work(await proveInvitation(new TeamDb(tx, found.teamId), found, now)),
  );
}

async function proveInvitation(
  db: TeamDb,
  { invitationId }: { readonly teamId: TeamId; readonly invitationId: InvitationId },
  now: Date,
): Promise<InviteContext> {
  const team = await findTeam(db);
  const invitation = await findInvitation(db, invitationId);
  if (team === null || invitation === null) throw new AppError("token-used");
  const hasEnded = invitation.acceptedAt !== null || invitation.revokedAt !== null || invitation.expiresAt <= now;
  const inviter = await findMembership(db, { userId: invitation.invitedBy });
  const mayStill =
    inviter !== null && inviter.removedAt === null && can(inviter.role, capabilityToManage(invitation.role));
  if (hasEnded || inviter === null || !mayStill) throw new AppError("token-used");
  return { invitation, inviterName: inviter.name, team, now, newId, db };
}
