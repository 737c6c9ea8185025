import { lockTeam } from "@/db/mutations/teams";
import { countOwners, findMembership } from "@/db/queries/members";
import { findRole } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { can, capabilityToManage, type Role } from "@/lib/domain/permissions";

export type MemberId = Id<"membership">;

/**
 * Makes changes of members wait for one another, and asks again who acts: between the door and the lock, somebody may have
 * taken their right away. The rights are those over the highest of the roles involved.
 */
export async function lockToManage(ctx: TeamContext, ...roles: readonly Role[]): Promise<void> {
  await lockTeam(ctx.db);
  await assertMayManage(ctx, ...roles);
}

export async function assertMayManage(ctx: TeamContext, ...roles: readonly Role[]): Promise<void> {
  const role = await findRole(ctx.db, ctx.user.id);
  if (role === null || !can(role, capabilityToManage(...roles))) throw new AppError("forbidden");
}

/** The member as they are now, under the lock; refused when gone, or changed since the form was drawn. */
export async function getMember(
  ctx: TeamContext,
  { id, version }: { readonly id: MemberId; readonly version: number },
) {
  const member = await findMembership(ctx.db, { id });
  if (member === null || member.removedAt !== null) throw new AppError("not-found");
  if (member.version !== version) throw new AppError("conflict");
  return member;
}

/** A team without an owner would be nobody's for ever. */
export async function assertNotLastOwner(ctx: TeamContext, role: Role): Promise<void> {
  if (role === "owner" && (await countOwners(ctx.db)) <= 1) throw new AppError("last-owner");
}
