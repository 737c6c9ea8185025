import { z } from "zod";
import { takeToken, updateUser } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import { AppError } from "@/lib/domain/errors";
import { hashToken } from "@/lib/token";
import { tokenField } from "../fields";

export const ConfirmEmailInput = z.strictObject({ token: tokenField });
export type ConfirmEmailInput = z.output<typeof ConfirmEmailInput>;

/** The address belongs to whoever holds its letter. */
export async function confirmEmail(ctx: AccountContext, { token }: ConfirmEmailInput): Promise<void> {
  const hash = hashToken(token);
  await ctx.allow("token", hash);
  await ctx.change(async (tx) => {
    const userId = await takeToken(tx, { hash, purpose: "confirm-email", now: ctx.now });
    if (userId === null) throw new AppError("token-used");
    await updateUser(tx, userId, { emailConfirmedAt: ctx.now });
  });
}
