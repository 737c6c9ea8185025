import { updateReportLink } from "@/db/mutations/report-links";
import { findUser } from "@/db/directory";
import { lockTeam } from "@/db/mutations/teams";
import { findReportLink, type ReportLinkRow } from "@/db/queries/report-links";
import { findRole } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportLinkId } from "@/lib/domain/ids";
import type { Letter } from "@/lib/domain/letter";
import { canShare } from "@/lib/domain/permissions";
import { WARNING_DAYS } from "@/lib/domain/sharing/link";
import { type LinkMeans, readBefore } from "./make-link";
import { renewCopies } from "./refresh-link";

type BySystem = Pick<TeamContext, "db" | "team" | "now">;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the daily work on links is due. */
export function linkWorkDue(now: Date) {
  return {
    now,
    copiedBefore: new Date(now.getTime() - DAY_MS),
    endsBefore: new Date(now.getTime() + WARNING_DAYS * DAY_MS),
  };
}

/** What renewing takes, read before it where it is due. */
export async function readIfDue<M extends Pick<LinkMeans, "makeCopies">>(
  ctx: BySystem,
  means: M,
  id: ReportLinkId,
): Promise<M> {
  const link = await findReportLink(ctx.db, id);
  return link !== null && link.revokedAt === null && isStale(link, ctx.now) ? readBefore(ctx, means, link) : means;
}

/** A live link's copies of a new day, and the letter that it ends soon, once. Two servers at once do it once. */
export async function renewLink(
  ctx: BySystem,
  means: Pick<LinkMeans, "makeCopies">,
  id: ReportLinkId,
): Promise<Letter | null> {
  await lockTeam(ctx.db);
  const link = await findReportLink(ctx.db, id);
  if (link === null || link.revokedAt !== null || link.expiresAt <= ctx.now) return null;
  const role = await findRole(ctx.db, link.createdBy);
  if (role === null || !canShare(role, ctx.team.sharing)) return null;
  const due = linkWorkDue(ctx.now);
  const isRenewed = isStale(link, ctx.now);
  if (isRenewed) await renewCopies(ctx, means, link);
  if (link.warnedAt !== null || link.expiresAt > due.endsBefore || isShort(link)) return null;
  const seen = { id, version: link.version + (isRenewed ? 1 : 0) };
  await updateReportLink(ctx.db, seen, { warnedAt: ctx.now });
  return warning(ctx, link);
}

function isStale({ mode, asOf }: ReportLinkRow, now: Date): boolean {
  return mode === "live" && asOf <= linkWorkDue(now).copiedBefore;
}

/** Made for a week or less: its creator has just been told when it ends. */
function isShort({ createdAt, expiresAt }: ReportLinkRow): boolean {
  return expiresAt.getTime() - createdAt.getTime() <= WARNING_DAYS * DAY_MS;
}

async function warning({ db, team }: BySystem, link: ReportLinkRow): Promise<Letter | null> {
  const creator = await findUser(db.tx, link.createdBy);
  if (creator === null) return null;
  const { slug, timeZone } = team;
  const about = { report: link.name, team: team.name, slug, timeZone, endsAt: link.expiresAt };
  return { kind: "link-ends", to: creator.email, locale: creator.locale, ...about };
}
