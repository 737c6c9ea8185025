import { z } from "zod";
import { createUser, findUserByEmail, replaceToken } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import { fieldError } from "@/lib/domain/errors";
import type { UserId } from "@/lib/domain/ids";
import { isGuessable } from "@/lib/domain/input/password";
import { nameFromEmail } from "@/lib/domain/name-from-email";
import { emailField } from "../fields";
import { nextField } from "./next-field";
import { confirmationToken } from "./letter-tokens";
import { newPasswordField } from "./password-fields";

export const SignUpInput = z.strictObject({ email: emailField, password: newPasswordField, next: nextField });
export type SignUpInput = Omit<z.output<typeof SignUpInput>, "next">;

/** Makes the account; null when the address has one already, which a letter tells its owner and nobody else. */
export async function signUp(ctx: AccountContext, { email, password }: SignUpInput): Promise<UserId | null> {
  const name = nameFromEmail(email);
  if (isGuessable(password, { email, name })) throw fieldError({ password: "password-common" });
  await ctx.allow("sign-up", email);
  const id = ctx.newId<UserId>();
  const { token, row } = confirmationToken(id, ctx.now);
  const passwordHash = await ctx.passwords.hash(password);
  const owner = await ctx.change(async (tx) => {
    const isNew = await createUser(tx, { id, email, name, passwordHash, locale: ctx.locale });
    if (!isNew) return findUserByEmail(tx, email);
    await replaceToken(tx, row);
    return null;
  });
  if (owner !== null) {
    ctx.post({ kind: "known-address", to: owner.email, locale: owner.locale });
    return null;
  }
  ctx.post({ kind: "confirm-email", to: email, locale: ctx.locale, token });
  return id;
}
