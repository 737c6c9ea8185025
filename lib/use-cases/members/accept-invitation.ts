import { z } from "zod";
import { createMember, endInvitation, updateMember } from "@/db/mutations/members";
import { lockTeam } from "@/db/mutations/teams";
import { findMembership } from "@/db/queries/members";
import type { InviteContext } from "@/lib/auth/open-invite";
import { AppError } from "@/lib/domain/errors";
import type { UserId } from "@/lib/domain/ids";
import { can, capabilityToManage } from "@/lib/domain/permissions";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { tokenField } from "@/lib/use-cases/fields";
import type { MemberId } from "./manage";

export const AcceptInvitationInput = z.strictObject({ token: tokenField });

export interface Guest {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly emailConfirmed: boolean;
}

/** The invited address becomes a member, once, in the role that was written. Who was removed gets their place back. */
export async function acceptInvitation(ctx: InviteContext, guest: Guest): Promise<void> {
  const { db, invitation, now } = ctx;
  if (guest.email !== invitation.email) throw new AppError("forbidden");
  if (!guest.emailConfirmed) throw new AppError("email-unconfirmed");
  await lockTeam(db);
  await assertInviterMayStill(ctx);
  if (!(await endInvitation(db, invitation.id, { acceptedAt: now }))) throw new AppError("token-used");
  const before = await findMembership(db, { userId: guest.id });
  const { id: userId, name } = guest;
  if (before === null) {
    await createMember(db, { id: ctx.newId<MemberId>(), userId, name, role: invitation.role, createdAt: now });
  } else if (before.removedAt !== null) {
    const isBack = await updateMember(db, before, { role: invitation.role, removedAt: null, name });
    if (!isBack) throw new AppError("conflict");
  }
  await recordActivity({ ...ctx, user: guest }, "member.joined", ["member", userId], ["role"]);
}

/** Asked again under the lock: the right may have gone since the door was opened. */
async function assertInviterMayStill({ db, invitation }: InviteContext): Promise<void> {
  const inviter = await findMembership(db, { userId: invitation.invitedBy });
  const needed = capabilityToManage(invitation.role);
  if (inviter === null || inviter.removedAt !== null || !can(inviter.role, needed)) throw new AppError("token-used");
}
