import { handOverReportLinks, revokeReportLinks } from "@/db/mutations/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportLinkId, UserId } from "@/lib/domain/ids";
import { canShare, type Role } from "@/lib/domain/permissions";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";

/**
 * What becomes of the links of a member who may no longer share: whoever took the right away takes them over or, by
 * default, they end for good. Under the lock on the team.
 */
export async function passOnLinks(ctx: TeamContext, from: UserId, takesOver: boolean): Promise<void> {
  if (takesOver && ctx.user.id !== from && canShare(ctx.role, ctx.team.sharing)) {
    await recordEach(ctx, "link.taken-over", await handOverReportLinks(ctx.db, from, ctx.user.id));
  } else {
    await recordEach(ctx, "link.revoked", await revokeReportLinks(ctx.db, { createdBy: [from] }, ctx.now));
  }
}

/** The same, only if the new role takes the right to share away. */
export async function passOnLinksOfRole(ctx: TeamContext, from: UserId, to: Role, takesOver: boolean): Promise<void> {
  if (!canShare(to, ctx.team.sharing)) await passOnLinks(ctx, from, takesOver);
}

export async function recordEach(ctx: TeamContext, action: string, ids: readonly ReportLinkId[]): Promise<void> {
  for (const id of ids) await recordActivity(ctx, action, ["link", id]);
}
