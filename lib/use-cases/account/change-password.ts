import { z } from "zod";
import { deleteSessionsOf, deleteTokensOf, findUser, replacePasswordHash } from "@/db/directory";
import type { SignedInContext } from "@/lib/auth/account-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { isGuessable } from "@/lib/domain/input/password";
import { newPasswordField, passwordField } from "./password-fields";

export const ChangePasswordInput = z.strictObject({ currentPassword: passwordField, newPassword: newPasswordField });
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

/** Every session ends, this one too: a copy of its cookie may be what the change is about. */
export async function changePassword(ctx: SignedInContext, input: ChangePasswordInput): Promise<void> {
  const { id, email, locale } = ctx.session.user;
  await ctx.allow("password", email);
  const before = await ctx.change((tx) => findUser(tx, id));
  const stored = before?.passwordHash ?? null;
  const matches = await ctx.passwords.verify(stored, input.currentPassword);
  if (stored === null || !matches) throw fieldError({ currentPassword: "login" });
  if (isGuessable(input.newPassword, ctx.session.user)) throw fieldError({ newPassword: "password-common" });
  const passwordHash = await ctx.passwords.hash(input.newPassword);
  await ctx.change(async (tx) => {
    if (!(await replacePasswordHash(tx, id, stored, passwordHash))) throw new AppError("conflict");
    await deleteSessionsOf(tx, id);
    await deleteTokensOf(tx, id, "reset-password");
  });
  ctx.post({ kind: "password-changed", to: email, locale });
}
