import { z } from "zod";
import { countAttempt } from "@/db/directory";
import { createInvitation, endInvitation } from "@/db/mutations/members";
import { countInvitationsSince, listCurrentMembers, listPendingInvitations } from "@/db/queries/members";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { InvitationId } from "@/lib/domain/ids";
import type { Letter } from "@/lib/domain/letter";
import { ROLES } from "@/lib/domain/permissions";
import { hashToken, newToken } from "@/lib/token";
import { maybePasswordField } from "@/lib/use-cases/account/password-fields";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, emailField } from "@/lib/use-cases/fields";
import { lockToManage } from "./manage";

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_MS = 7 * DAY_MS;
const LIMITS = { pending: 50, perDay: 100, perAddressAndDay: 5, perInviterAndDay: 100 } as const;

export const InviteMemberInput = z.strictObject({ email: emailField, role: choiceField(ROLES) });
/** The same as a form asks it: an invitation to be an owner wants one's own password again. */
export const InviteMemberForm = InviteMemberInput.extend({ password: maybePasswordField });
export type InviteMemberInput = z.output<typeof InviteMemberInput>;

export interface SentInvitation {
  readonly token: string;
  readonly letter: Letter;
}

/** Invites an address in a role, for a week; an earlier open invitation to it ends. The token is in the letter alone. */
export async function inviteMember(ctx: TeamContext, { email, role }: InviteMemberInput): Promise<SentInvitation> {
  if (!ctx.user.emailConfirmed) throw new AppError("email-unconfirmed");
  await lockToManage(ctx, role);
  const members = await listCurrentMembers(ctx.db);
  if (members.some((member) => member.email === email)) throw fieldError({ email: "already-member" });
  const pending = await listPendingInvitations(ctx.db, ctx.now);
  const older = pending.filter((invitation) => invitation.email === email);
  await assertWithinLimits(ctx, email, pending.length - older.length);
  for (const { id } of older) await endInvitation(ctx.db, id, { revokedAt: ctx.now });
  const token = newToken();
  const id = ctx.newId<InvitationId>();
  await createInvitation(ctx.db, {
    id,
    email,
    role,
    tokenHash: hashToken(token),
    invitedBy: ctx.user.id,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + VALID_MS),
  });
  await recordActivity(ctx, "invitation.sent", ["invitation", id], ["email", "role"]);
  const { locale, name } = ctx.user;
  return { token, letter: { kind: "invitation", to: email, locale, token, who: name, team: ctx.team.name } };
}

/** Letters to strangers carry the team's name: a team and a person can send only so many. */
async function assertWithinLimits(ctx: TeamContext, email: string, pending: number): Promise<void> {
  const day = new Date(Math.floor(ctx.now.getTime() / DAY_MS) * DAY_MS);
  const since = await countInvitationsSince(ctx.db, new Date(ctx.now.getTime() - DAY_MS), email);
  const byInviter = await countAttempt(ctx.db.tx, JSON.stringify(["invite", ctx.user.id]), day);
  const isWithin =
    pending < LIMITS.pending &&
    since.all < LIMITS.perDay &&
    since.toAddress < LIMITS.perAddressAndDay &&
    byInviter <= LIMITS.perInviterAndDay;
  if (!isWithin) throw new AppError("too-many", { n: 0 });
}
