import { createReportLink, replaceCopies, revokeReportLinks } from "@/db/mutations/report-links";
import { findPasswordHash, listCopies } from "@/db/queries/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { hashToken, newToken } from "@/lib/token";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import type { SeenLinkInput } from "./copy-link";
import type { LinkMeans } from "./make-link";
import { getLiveLink, lockToShare } from "./may-share";

/** The same report at a new address; the old one ends in the same transaction, without grace. The password stays. */
export async function rotateLink(
  ctx: TeamContext,
  { secrets }: Pick<LinkMeans, "secrets">,
  input: SeenLinkInput,
): Promise<{ readonly id: ReportLinkId; readonly token: string }> {
  if (!ctx.user.emailConfirmed) throw new AppError("email-unconfirmed");
  await lockToShare(ctx);
  const { name, locale, mode, scope, shows, embedOrigins, expiresAt, ...old } = await getLiveLink(ctx, input);
  const [id, token] = [ctx.newId<ReportLinkId>(), newToken()];
  await createReportLink(ctx.db, {
    name,
    locale,
    mode,
    scope,
    shows,
    embedOrigins,
    expiresAt,
    createdBy: old.createdBy,
    id,
    createdAt: ctx.now,
    asOf: old.asOf,
    asOfSeq: old.asOfSeq,
    tokenHash: hashToken(token),
    tokenSealed: secrets.seal(token, id),
    hint: token.slice(-4),
    passwordHash: await findPasswordHash(ctx.db, old.id),
  });
  await replaceCopies(ctx.db, id, await listCopies(ctx.db, old.id));
  await revokeReportLinks(ctx.db, { id: old.id }, ctx.now);
  await recordActivity(ctx, "link.rotated", ["link", old.id]);
  await recordActivity(ctx, "link.made", ["link", id]);
  return { id, token };
}
