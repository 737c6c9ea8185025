import { listLinkViews, listReportLinks } from "@/db/queries/report-links";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { can, canShare } from "@/lib/domain/permissions";

/** The links that this reader may manage: a role's right over all of them, or one's own. */
export async function loadLinks({ db, role, user, team, now }: TeamContext) {
  const createdBy = can(role, "link:list") ? null : user.id;
  const names = new Map((await listMembers(db)).map(({ userId, name }) => [userId, name]));
  const views = new Map((await listLinkViews(db)).map((row) => [row.linkId, row]));
  const links = (await listReportLinks(db, { createdBy })).map(({ scope, createdBy: by, ...link }) => ({
    id: link.id,
    version: link.version,
    name: link.name,
    hint: link.hint,
    mode: link.mode,
    createdAt: link.createdAt,
    asOf: link.asOf,
    expiresAt: link.expiresAt,
    hasPassword: link.hasPassword,
    embedOrigins: link.embedOrigins,
    creator: names.get(by) ?? "",
    ranges: scope.ranges.map(({ key }) => key),
    endedBy: endOf(link, now),
    views: views.get(link.id)?.views ?? 0,
    lastOn: views.get(link.id)?.lastOn ?? null,
  }));
  return {
    links,
    timeZone: team.timeZone,
    sharing: team.sharing,
    emailConfirmed: user.emailConfirmed,
    mayMake: canShare(role, team.sharing),
    maySwitch: can(role, "settings:security"),
  };
}

function endOf(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): "expired" | "revoked" | null {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : null;
}
