"use server";

import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { ownPage } from "@/lib/auth/page-after-sign-in";
import { startNoSession, startSession } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { signUp, SignUpInput } from "@/lib/use-cases/account/sign-up";

export const signUpAction = accountAction({
  input: SignUpInput,
  run: async (ctx, input): Promise<void> => {
    const userId = await signUp(ctx, input);
    if (userId === null) await startNoSession();
    else await startSession(userId, ctx.now);
    redirect(ownPage(input.next) ?? routes.welcome());
  },
});
