import { z } from "zod";
import { updateMember } from "@/db/mutations/members";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import { ROLES } from "@/lib/domain/permissions";
import { maybePasswordField } from "@/lib/use-cases/account/password-fields";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { checkboxField, choiceField, idField, versionField } from "@/lib/use-cases/fields";
import { passOnLinksOfRole } from "@/lib/use-cases/sharing/pass-on-links";
import { assertMayManage, assertNotLastOwner, getMember, lockToManage, type MemberId } from "./manage";

export const ChangeRoleInput = z.strictObject({
  id: idField<MemberId>(),
  version: versionField,
  role: choiceField(ROLES),
  /** If the new role cannot share: their report links become one's own; otherwise they end. */
  takesOver: checkboxField.optional(),
});
/** The same as a form asks it: handing over ownership wants one's own password again. */
export const ChangeRoleForm = ChangeRoleInput.extend({ password: maybePasswordField });
export type ChangeRoleInput = z.output<typeof ChangeRoleInput>;

/** Gives a member another role. Counts by the higher of the two; the last owner stays one. */
export async function changeRole(ctx: TeamContext, input: ChangeRoleInput): Promise<void> {
  await lockToManage(ctx, input.role);
  const member = await getMember(ctx, input);
  await assertMayManage(ctx, member.role, input.role);
  if (member.role === input.role) return;
  await assertNotLastOwner(ctx, member.role);
  if (!(await updateMember(ctx.db, member, { role: input.role }))) throw new AppError("conflict");
  await passOnLinksOfRole(ctx, member.userId, input.role, input.takesOver === true);
  await recordActivity(ctx, "member.role-changed", ["member", member.userId], ["role"]);
}
