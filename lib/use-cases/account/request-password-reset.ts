import { z } from "zod";
import { findUserByEmail, replaceToken } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import { emailField } from "../fields";
import { resetToken } from "./letter-tokens";

export const RequestPasswordResetInput = z.strictObject({ email: emailField });
export type RequestPasswordResetInput = z.output<typeof RequestPasswordResetInput>;

/** A letter to the address if it has an account; the answer does not tell. */
export async function requestPasswordReset(ctx: AccountContext, { email }: RequestPasswordResetInput): Promise<void> {
  await ctx.allow("letter", email);
  const found = await ctx.change(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null || user.disabledAt !== null) return null;
    const { token, row } = resetToken(user.id, ctx.now);
    await replaceToken(tx, row);
    return { locale: user.locale, token };
  });
  if (found !== null) ctx.post({ kind: "reset-password", to: email, ...found });
}
