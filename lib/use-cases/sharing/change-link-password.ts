import { z } from "zod";
import { updateReportLink } from "@/db/mutations/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { ReportLinkId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, idField, versionField } from "@/lib/use-cases/fields";
import { PROTECTIONS } from "./link-fields";
import { choosePassword } from "./link-password";
import type { LinkMeans } from "./make-link";
import { getLiveLink, lockToShare } from "./may-share";

export const ChangeLinkPasswordInput = z.strictObject({
  id: idField<ReportLinkId>(),
  version: versionField,
  protection: choiceField(PROTECTIONS),
  password: z.unknown().optional(),
});
export type ChangeLinkPasswordInput = z.output<typeof ChangeLinkPasswordInput>;

/** Another password, or none. Whoever is in with the old one is out at the next request. */
export async function changeLinkPassword(
  ctx: TeamContext,
  { passwords }: Pick<LinkMeans, "passwords">,
  input: ChangeLinkPasswordInput,
): Promise<{ readonly password: string | null }> {
  await lockToShare(ctx);
  const link = await getLiveLink(ctx, input);
  const password = choosePassword(input.protection, input.password);
  if (password !== null && link.embedOrigins.length > 0) throw fieldError({ protection: "choice" });
  const passwordHash = password === null ? null : await passwords.hash(password);
  const changes = { passwordHash, passwordVersion: link.passwordVersion + 1 };
  if (!(await updateReportLink(ctx.db, link, changes))) throw new AppError("conflict");
  await recordActivity(ctx, "link.password-changed", ["link", link.id]);
  return { password };
}
