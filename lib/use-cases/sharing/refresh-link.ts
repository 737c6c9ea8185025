import { replaceCopies, updateReportLink } from "@/db/mutations/report-links";
import { findLogSeq } from "@/db/queries/log-chain";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkRow } from "@/db/queries/report-links";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import type { SeenLinkInput } from "./copy-link";
import type { LinkMeans } from "./make-link";
import { getLiveLink, lockToShare } from "./may-share";

/** Makes a live link's copies anew, at once. A frozen one stays as it was made. */
export async function refreshLink(
  ctx: TeamContext,
  means: Pick<LinkMeans, "makeCopies">,
  input: SeenLinkInput,
): Promise<void> {
  await lockToShare(ctx);
  const link = await getLiveLink(ctx, input);
  if (link.mode !== "live") throw new AppError("forbidden");
  await renewCopies(ctx, means, link);
  await recordActivity(ctx, "link.refreshed", ["link", link.id]);
}

export async function renewCopies(
  ctx: Pick<TeamContext, "db" | "team" | "now">,
  { makeCopies }: Pick<LinkMeans, "makeCopies">,
  link: ReportLinkRow,
): Promise<void> {
  const asOf = { asOf: ctx.now, asOfSeq: await findLogSeq(ctx.db) };
  if (!(await updateReportLink(ctx.db, link, asOf))) throw new AppError("conflict");
  await replaceCopies(ctx.db, link.id, await makeCopies(ctx, link));
}
