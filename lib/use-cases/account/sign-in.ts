import { z } from "zod";
import { findUserByEmail, replacePasswordHash } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import { fieldError } from "@/lib/domain/errors";
import { emailField } from "../fields";
import { nextField } from "./next-field";
import { passwordField } from "./password-fields";

export const SignInInput = z.strictObject({ email: emailField, password: passwordField, next: nextField });
export type SignInInput = Omit<z.output<typeof SignInInput>, "next">;

/** Whose e-mail and password these are. One answer, after the same work, for everything that does not fit. */
export async function signIn(ctx: AccountContext, { email, password }: SignInInput) {
  await ctx.allow("sign-in", email);
  const user = await ctx.change((tx) => findUserByEmail(tx, email));
  const matches = await ctx.passwords.verify(user?.passwordHash ?? null, password);
  if (user === null || !matches || user.disabledAt !== null) throw fieldError({ password: "login" });
  const { passwordHash } = user;
  if (passwordHash !== null && ctx.passwords.isOutdated(passwordHash)) {
    const fresh = await ctx.passwords.hash(password);
    await ctx.change((tx) => replacePasswordHash(tx, user.id, passwordHash, fresh));
  }
  return { userId: user.id, locale: user.locale };
}
