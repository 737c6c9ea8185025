import { z } from "zod";
import { deleteSessionsOf, findUser, takeToken, updateUser } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { isGuessable } from "@/lib/domain/input/password";
import { hashToken } from "@/lib/token";
import { tokenField } from "../fields";
import { newPasswordField } from "./password-fields";

export const ResetPasswordInput = z.strictObject({ token: tokenField, password: newPasswordField });
export type ResetPasswordInput = z.output<typeof ResetPasswordInput>;

/** A new password for whoever holds the letter; every session of the account ends. */
export async function resetPassword(ctx: AccountContext, { token, password }: ResetPasswordInput) {
  const hash = hashToken(token);
  await ctx.allow("token", hash);
  const passwordHash = await ctx.passwords.hash(password);
  const user = await ctx.change(async (tx) => {
    const userId = await takeToken(tx, { hash, purpose: "reset-password", now: ctx.now });
    const owner = userId === null ? null : await findUser(tx, userId);
    if (owner === null || owner.disabledAt !== null) throw new AppError("token-used");
    // Thrown in the transaction, so the token stays good for a better password.
    if (isGuessable(password, owner)) throw fieldError({ password: "password-common" });
    // The letter came to this address, which proves it as well.
    await updateUser(tx, owner.id, { passwordHash, emailConfirmedAt: owner.emailConfirmedAt ?? ctx.now });
    await deleteSessionsOf(tx, owner.id);
    return owner;
  });
  ctx.post({ kind: "password-changed", to: user.email, locale: user.locale });
  return { userId: user.id, locale: user.locale };
}
