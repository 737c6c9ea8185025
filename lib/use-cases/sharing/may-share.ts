import { lockTeam } from "@/db/mutations/teams";
import { findReportLink, type ReportLinkRow } from "@/db/queries/report-links";
import { findRole, findTeam } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { can, canInTeam, canShare, type Capability } from "@/lib/domain/permissions";

/**
 * Makes changes of links, members and the team's setting wait for one another, and asks again who acts: between the door
 * and the lock, somebody may have taken the right away. Also the logs stand still, so that a copy is of one moment.
 */
export async function lockToShare(ctx: TeamContext): Promise<void> {
  await lockTeam(ctx.db);
  const [role, team] = [await findRole(ctx.db, ctx.user.id), await findTeam(ctx.db)];
  if (role === null || team === null || !canShare(role, team.sharing)) throw new AppError("forbidden");
}

/** A link that this member may manage so: a role's right over all of them, or one's own. Another's is not found. */
export async function getLink(ctx: TeamContext, id: ReportLinkId, needs: Capability): Promise<ReportLinkRow> {
  const link = await findReportLink(ctx.db, id);
  const isOwn = link?.createdBy === ctx.user.id && canInTeam(ctx.role, needs, ctx.team.sharing);
  if (link === null || !(isOwn || can(ctx.role, needs))) throw new AppError("not-found");
  return link;
}

/** The same, and it has not ended; what the reader saw of it still stands. */
export async function getLiveLink(
  ctx: TeamContext,
  { id, version }: { readonly id: ReportLinkId; readonly version: number },
): Promise<ReportLinkRow> {
  const link = await getLink(ctx, id, "link:change");
  if (link.version !== version) throw new AppError("conflict");
  if (link.revokedAt !== null || link.expiresAt <= ctx.now) throw new AppError("not-found");
  return link;
}
