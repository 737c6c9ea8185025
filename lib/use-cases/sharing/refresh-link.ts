import { replaceCopies, updateReportLink } from "@/db/mutations/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkRow } from "@/db/queries/report-links";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import type { SeenLinkInput } from "./copy-link";
import { type LinkMeans, readBefore } from "./make-link";
import { getLiveLink, lockToShare } from "./may-share";

/** Makes a live link's copies anew, at once. A frozen one stays as it was made. */
export async function refreshLink(
  ctx: TeamContext,
  means: Pick<LinkMeans, "makeCopies">,
  input: SeenLinkInput,
): Promise<void> {
  await lockToShare(ctx);
  const link = await getToRefresh(ctx, input);
  await renewCopies(ctx, means, link);
  await recordActivity(ctx, "link.refreshed", ["link", link.id]);
}

/** What refreshing takes, read before it. */
export async function readAnew<M extends Pick<LinkMeans, "makeCopies">>(
  ctx: TeamContext,
  means: M,
  input: SeenLinkInput,
): Promise<M> {
  return readBefore(ctx, means, await getToRefresh(ctx, input));
}

async function getToRefresh(ctx: TeamContext, input: SeenLinkInput): Promise<ReportLinkRow> {
  const link = await getLiveLink(ctx, input);
  if (link.mode !== "live") throw new AppError("forbidden");
  return link;
}

export async function renewCopies(
  ctx: Pick<TeamContext, "db" | "team" | "now">,
  { makeCopies }: Pick<LinkMeans, "makeCopies">,
  link: ReportLinkRow,
): Promise<void> {
  const { copies, ...asOf } = await makeCopies(ctx, link);
  if (!(await updateReportLink(ctx.db, link, asOf))) throw new AppError("conflict");
  await replaceCopies(ctx.db, link.id, copies);
}
