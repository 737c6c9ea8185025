import { count, desc, eq, gt, isNull, max, sum } from "drizzle-orm";
import { reportLinkCopies, reportLinks, reportLinkViews } from "@/db/schema/report-links";
import type { TeamDb } from "@/db/scope";
import type { ReportLinkId, UserId } from "@/lib/domain/ids";

// What managing needs; never a token or a password.
const LINK = {
  id: reportLinks.id,
  createdBy: reportLinks.createdBy,
  name: reportLinks.name,
  locale: reportLinks.locale,
  hint: reportLinks.hint,
  mode: reportLinks.mode,
  scope: reportLinks.scope,
  shows: reportLinks.shows,
  asOf: reportLinks.asOf,
  asOfSeq: reportLinks.asOfSeq,
  passwordHash: reportLinks.passwordHash,
  passwordVersion: reportLinks.passwordVersion,
  embedOrigins: reportLinks.embedOrigins,
  expiresAt: reportLinks.expiresAt,
  warnedAt: reportLinks.warnedAt,
  revokedAt: reportLinks.revokedAt,
  version: reportLinks.version,
  createdAt: reportLinks.createdAt,
};

/** The newest first, tombstones and expired ones with them; of everybody, or of one creator. */
export async function listReportLinks(db: TeamDb, { createdBy }: { readonly createdBy: UserId | null }) {
  const rows = await db.tx
    .select(LINK)
    .from(reportLinks)
    .where(db.where(reportLinks, createdBy === null ? undefined : eq(reportLinks.createdBy, createdBy)))
    .orderBy(desc(reportLinks.createdAt), desc(reportLinks.id))
    .limit(500);
  return rows.map(withoutHash);
}

export async function findReportLink(db: TeamDb, id: ReportLinkId) {
  const [row] = await db.tx
    .select(LINK)
    .from(reportLinks)
    .where(db.where(reportLinks, eq(reportLinks.id, id)));
  return row === undefined ? null : withoutHash(row);
}

export type ReportLinkRow = NonNullable<Awaited<ReturnType<typeof findReportLink>>>;

function withoutHash<T extends { readonly passwordHash: string | null }>({ passwordHash, ...row }: T) {
  return { ...row, hasPassword: passwordHash !== null };
}

/** For copying the link again; null once it is revoked. */
export async function findSealedToken(db: TeamDb, id: ReportLinkId): Promise<string | null> {
  const [row] = await db.tx
    .select({ sealed: reportLinks.tokenSealed })
    .from(reportLinks)
    .where(db.where(reportLinks, eq(reportLinks.id, id)));
  return row?.sealed ?? null;
}

/** For the link that takes another's place, with the same password. */
export async function findPasswordHash(db: TeamDb, id: ReportLinkId): Promise<string | null> {
  const [row] = await db.tx
    .select({ hash: reportLinks.passwordHash })
    .from(reportLinks)
    .where(db.where(reportLinks, eq(reportLinks.id, id)));
  return row?.hash ?? null;
}

export async function listCopies(db: TeamDb, id: ReportLinkId) {
  return db.tx
    .select({
      range: reportLinkCopies.range,
      channel: reportLinkCopies.channel,
      content: reportLinkCopies.content,
    })
    .from(reportLinkCopies)
    .where(db.where(reportLinkCopies, eq(reportLinkCopies.reportLinkId, id)))
    .limit(10_000);
}

/** The team's links that have not ended. */
export async function countLiveLinks(db: TeamDb, now: Date): Promise<number> {
  const [row] = await db.tx
    .select({ n: count() })
    .from(reportLinks)
    .where(db.where(reportLinks, isNull(reportLinks.revokedAt), gt(reportLinks.expiresAt, now)));
  return row?.n ?? 0;
}

/** At least so many views of each link, and the last day with one. */
export async function listLinkViews(db: TeamDb) {
  return db.tx
    .select({
      linkId: reportLinkViews.reportLinkId,
      views: sum(reportLinkViews.views).mapWith(Number),
      lastOn: max(reportLinkViews.onDate),
    })
    .from(reportLinkViews)
    .where(db.where(reportLinkViews))
    .groupBy(reportLinkViews.reportLinkId)
    .limit(10_000);
}
