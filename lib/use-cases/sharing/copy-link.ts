import { z } from "zod";
import { findSealedToken } from "@/db/queries/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField, versionField } from "@/lib/use-cases/fields";
import type { LinkMeans } from "./make-link";
import { getLiveLink } from "./may-share";

export const SeenLinkInput = z.strictObject({ id: idField<ReportLinkId>(), version: versionField });
export type SeenLinkInput = z.output<typeof SeenLinkInput>;

/** The token once more, for whoever may manage the link; unreadable without the server's secret. */
export async function copyLink(
  ctx: TeamContext,
  { secrets }: Pick<LinkMeans, "secrets">,
  input: SeenLinkInput,
): Promise<{ readonly token: string; readonly isFramed: boolean }> {
  const link = await getLiveLink(ctx, input);
  const sealed = await findSealedToken(ctx.db, link.id);
  const token = sealed === null ? null : secrets.unseal(sealed, link.id);
  if (token === null) throw new AppError("unavailable");
  await recordActivity(ctx, "link.copied", ["link", link.id]);
  return { token, isFramed: link.embedOrigins.length > 0 && !link.hasPassword };
}
