import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { reportLinkCopies, reportLinks, reportLinkViews } from "@/db/schema/report-links";
import type { TeamDb } from "@/db/scope";
import type { ReportLinkId, UserId } from "@/lib/domain/ids";
import type { StoredCopy } from "@/lib/domain/sharing/link";

export type NewReportLink = Omit<typeof reportLinks.$inferInsert, "teamId" | "warnedAt" | "revokedAt" | "version">;

export async function createReportLink(db: TeamDb, link: NewReportLink): Promise<void> {
  await db.tx.insert(reportLinks).values(db.own(link));
}

/** The copies of a link are these and no others from now on. */
export async function replaceCopies(db: TeamDb, id: ReportLinkId, copies: readonly StoredCopy[]): Promise<void> {
  await db.tx.delete(reportLinkCopies).where(db.where(reportLinkCopies, eq(reportLinkCopies.reportLinkId, id)));
  if (copies.length === 0) return;
  await db.tx
    .insert(reportLinkCopies)
    .values(copies.map(({ range, channel, content }) => db.own({ reportLinkId: id, range, channel, content })));
}

/** Changes a link that has not been revoked, if nobody else has changed it; false when somebody has. */
export async function updateReportLink(
  db: TeamDb,
  { id, version }: { readonly id: ReportLinkId; readonly version: number },
  changes: {
    readonly asOf?: Date;
    readonly asOfSeq?: number;
    readonly passwordHash?: string | null;
    readonly passwordVersion?: number;
    readonly warnedAt?: Date;
  },
): Promise<boolean> {
  const changed = await db.tx
    .update(reportLinks)
    .set({ ...changes, version: version + 1 })
    .where(
      db.where(reportLinks, eq(reportLinks.id, id), eq(reportLinks.version, version), isNull(reportLinks.revokedAt)),
    )
    .returning({ id: reportLinks.id });
  return changed.length > 0;
}

type OfWhom = { readonly id: ReportLinkId } | { readonly createdBy: readonly UserId[] } | "all";

/** Ends links for good and forgets what they showed; gives those that were not ended before. */
export async function revokeReportLinks(db: TeamDb, which: OfWhom, now: Date): Promise<readonly ReportLinkId[]> {
  const revoked = await db.tx
    .update(reportLinks)
    .set({ revokedAt: now, tokenSealed: null, version: sql`${reportLinks.version} + 1` })
    .where(db.where(reportLinks, isNull(reportLinks.revokedAt), isOf(which)))
    .returning({ id: reportLinks.id });
  const ids = revoked.map(({ id }) => id);
  if (ids.length > 0)
    await db.tx.delete(reportLinkCopies).where(db.where(reportLinkCopies, inArray(reportLinkCopies.reportLinkId, ids)));
  return ids;
}

/** Makes another member the creator of all links of one that have not been revoked. */
export async function handOverReportLinks(db: TeamDb, from: UserId, to: UserId): Promise<readonly ReportLinkId[]> {
  const taken = await db.tx
    .update(reportLinks)
    .set({ createdBy: to, version: sql`${reportLinks.version} + 1` })
    .where(db.where(reportLinks, and(eq(reportLinks.createdBy, from), isNull(reportLinks.revokedAt))))
    .returning({ id: reportLinks.id });
  return taken.map(({ id }) => id);
}

/** So many more saw the link on a day (UTC). */
export async function addLinkViews(db: TeamDb, id: ReportLinkId, onDate: string, views: number): Promise<void> {
  await db.tx
    .insert(reportLinkViews)
    .values(db.own({ reportLinkId: id, onDate, views }))
    .onConflictDoUpdate({
      target: [reportLinkViews.teamId, reportLinkViews.reportLinkId, reportLinkViews.onDate],
      set: { views: sql`${reportLinkViews.views} + ${views}` },
    });
}

function isOf(which: OfWhom) {
  if (which === "all") return undefined;
  return "id" in which ? eq(reportLinks.id, which.id) : inArray(reportLinks.createdBy, [...which.createdBy]);
}
