import { z } from "zod";
import { revokeReportLinks } from "@/db/mutations/report-links";
import { lockTeam } from "@/db/mutations/teams";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";
import { getLink } from "./may-share";

export const RevokeLinkInput = z.strictObject({ id: idField<ReportLinkId>() });
export type RevokeLinkInput = z.output<typeof RevokeLinkInput>;

/** Ends a link at once and for ever. No version is compared: whoever revokes means whatever the link is by now. */
export async function revokeLink(ctx: TeamContext, { id }: RevokeLinkInput): Promise<void> {
  await lockTeam(ctx.db);
  const link = await getLink(ctx, id, "link:revoke");
  const revoked = await revokeReportLinks(ctx.db, { id: link.id }, ctx.now);
  if (revoked.length === 0) throw new AppError("token-used");
  await recordActivity(ctx, "link.revoked", ["link", link.id]);
}
