import { z } from "zod";
import { endInvitation } from "@/db/mutations/members";
import { findInvitation } from "@/db/queries/members";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { InvitationId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";

export const RevokeInvitationInput = z.strictObject({ id: idField<InvitationId>() });
export type RevokeInvitationInput = z.output<typeof RevokeInvitationInput>;

/** Takes an invitation back; its link opens nothing from then on. */
export async function revokeInvitation(ctx: TeamContext, { id }: RevokeInvitationInput): Promise<void> {
  if ((await findInvitation(ctx.db, id)) === null) throw new AppError("not-found");
  if (!(await endInvitation(ctx.db, id, { revokedAt: ctx.now }))) throw new AppError("token-used");
  await recordActivity(ctx, "invitation.revoked", ["invitation", id]);
}
