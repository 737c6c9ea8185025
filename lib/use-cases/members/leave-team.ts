import { updateMember } from "@/db/mutations/members";
import { lockTeam } from "@/db/mutations/teams";
import { findMembership } from "@/db/queries/members";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { passOnLinks } from "@/lib/use-cases/sharing/pass-on-links";
import { assertNotLastOwner } from "./manage";

/** Ends one's own membership, and one's report links with it; the last owner cannot. */
export async function leaveTeam(ctx: TeamContext): Promise<void> {
  await lockTeam(ctx.db);
  const own = await findMembership(ctx.db, { userId: ctx.user.id });
  if (own === null || own.removedAt !== null) throw new AppError("not-found");
  await assertNotLastOwner(ctx, own.role);
  if (!(await updateMember(ctx.db, own, { removedAt: ctx.now }))) throw new AppError("conflict");
  await passOnLinks(ctx, own.userId, false);
  await recordActivity(ctx, "member.left", ["member", own.userId]);
}
