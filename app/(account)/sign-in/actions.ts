"use server";

import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { pageAfterSignIn } from "@/lib/auth/page-after-sign-in";
import { signIn, SignInInput } from "@/lib/use-cases/account/sign-in";
import { enter } from "../enter";

export const signInAction = accountAction({
  input: SignInInput,
  run: async (ctx, input): Promise<void> => {
    const user = await signIn(ctx, input);
    await enter(user, ctx.now);
    redirect(await pageAfterSignIn(user.userId, input.next));
  },
});
