"use server";

import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { pageAfterSignIn } from "@/lib/auth/page-after-sign-in";
import { resetPassword, ResetPasswordInput } from "@/lib/use-cases/account/reset-password";
import { enter } from "../../enter";

export const resetPasswordAction = accountAction({
  input: ResetPasswordInput,
  run: async (ctx, input): Promise<void> => {
    const user = await resetPassword(ctx, input);
    await enter(user, ctx.now);
    redirect(await pageAfterSignIn(user.userId, ""));
  },
});
