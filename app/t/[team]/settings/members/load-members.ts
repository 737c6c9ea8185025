import { listCurrentMembers, listPendingInvitations } from "@/db/queries/members";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { can, canShare, capabilityToManage, ROLES } from "@/lib/domain/permissions";

/** Members and invitations as this reader may see and change them. */
export async function loadMembers(ctx: TeamContext) {
  const { db, role, user } = ctx;
  const owners = (await listCurrentMembers(db)).filter((member) => member.role === "owner").length;
  const members = (await listCurrentMembers(db)).map(({ id, userId, name, email, role: of, version }) => ({
    id,
    name,
    version,
    role: of,
    email: can(role, "member:emails") || userId === user.id ? email : null,
    mayShare: canShare(of, ctx.team.sharing),
    isSelf: userId === user.id,
    mayChange: can(role, capabilityToManage(of)) && !(of === "owner" && owners === 1),
  }));
  const names = new Map((await listMembers(db)).map(({ userId, name }) => [userId, name]));
  const pending = can(role, "invite:list") ? await listPendingInvitations(db, ctx.now) : [];
  return {
    members,
    pending: pending.map(({ invitedBy, ...invitation }) => ({ ...invitation, by: names.get(invitedBy) ?? "" })),
    grantable: ROLES.filter((one) => can(role, capabilityToManage(one))),
    mayRevoke: can(role, "invite:revoke"),
    mayLeave: can(role, "member:leave") && !(role === "owner" && owners === 1),
    emailConfirmed: user.emailConfirmed,
    timeZone: ctx.team.timeZone,
  };
}
