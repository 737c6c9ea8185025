import { z } from "zod";
import { updateMember } from "@/db/mutations/members";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { checkboxField, idField, versionField } from "@/lib/use-cases/fields";
import { passOnLinks } from "@/lib/use-cases/sharing/pass-on-links";
import { assertMayManage, assertNotLastOwner, getMember, lockToManage, type MemberId } from "./manage";

export const RemoveMemberInput = z.strictObject({
  id: idField<MemberId>(),
  version: versionField,
  /** Their report links become one's own; otherwise they end. */
  takesOver: checkboxField.optional(),
});
export type RemoveMemberInput = z.output<typeof RemoveMemberInput>;

/** Ends a membership at once. The records that they answer for keep their name. */
export async function removeMember(ctx: TeamContext, input: RemoveMemberInput): Promise<void> {
  await lockToManage(ctx);
  const member = await getMember(ctx, input);
  await assertMayManage(ctx, member.role);
  await assertNotLastOwner(ctx, member.role);
  if (!(await updateMember(ctx.db, member, { removedAt: ctx.now }))) throw new AppError("conflict");
  await passOnLinks(ctx, member.userId, input.takesOver === true);
  await recordActivity(ctx, "member.removed", ["member", member.userId]);
}
