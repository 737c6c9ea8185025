import { z } from "zod";
import { replaceToken } from "@/db/directory";
import type { SignedInContext } from "@/lib/auth/account-context";
import { confirmationToken } from "./letter-tokens";

export const ResendConfirmationInput = z.strictObject({});

export async function resendConfirmation(ctx: SignedInContext): Promise<void> {
  const { user } = ctx.session;
  if (user.emailConfirmed) return;
  await ctx.allow("letter", user.email);
  const { token, row } = confirmationToken(user.id, ctx.now);
  await ctx.change((tx) => replaceToken(tx, row));
  ctx.post({ kind: "confirm-email", to: user.email, locale: user.locale, token });
}
