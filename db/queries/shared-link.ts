import { and, eq } from "drizzle-orm";
import { reportLinkCopies, reportLinks } from "@/db/schema/report-links";
import { memberships, teams } from "@/db/schema/teams";
import { sameTeam, type TeamDb } from "@/db/scope";
import type { ReportLinkId } from "@/lib/domain/ids";
import type { CopyPlace } from "@/lib/domain/sharing/link";

// What the role of visitors may read, and nothing else.

/** A link with its team and the right of its creator as they are now. */
export async function findSharedLink(db: TeamDb, id: ReportLinkId) {
  const [row] = await db.tx
    .select({
      id: reportLinks.id,
      name: reportLinks.name,
      locale: reportLinks.locale,
      mode: reportLinks.mode,
      scope: reportLinks.scope,
      shows: reportLinks.shows,
      asOf: reportLinks.asOf,
      passwordHash: reportLinks.passwordHash,
      passwordVersion: reportLinks.passwordVersion,
      embedOrigins: reportLinks.embedOrigins,
      expiresAt: reportLinks.expiresAt,
      revokedAt: reportLinks.revokedAt,
      createdAt: reportLinks.createdAt,
      createdBy: reportLinks.createdBy,
      creator: { role: memberships.role, removedAt: memberships.removedAt },
    })
    .from(reportLinks)
    .innerJoin(memberships, sameTeam(reportLinks, memberships, eq(memberships.userId, reportLinks.createdBy)))
    .where(db.where(reportLinks, eq(reportLinks.id, id)));
  return row ?? null;
}

export async function findSharingTeam({ tx, teamId }: TeamDb) {
  const [row] = await tx
    .select({
      id: teams.id,
      name: teams.name,
      timeZone: teams.timeZone,
      sharing: teams.sharing,
      deletedAt: teams.deletedAt,
    })
    .from(teams)
    .where(eq(teams.id, teamId));
  return row ?? null;
}

/** The stored copy at this place; null when the link has none there. */
export async function findCopy(db: TeamDb, id: ReportLinkId, { range, channel }: CopyPlace): Promise<string | null> {
  const isThere = and(eq(reportLinkCopies.range, range), eq(reportLinkCopies.channel, channel));
  const [row] = await db.tx
    .select({ content: reportLinkCopies.content })
    .from(reportLinkCopies)
    .where(db.where(reportLinkCopies, eq(reportLinkCopies.reportLinkId, id), isThere));
  return row?.content ?? null;
}
