import type { z } from "zod";
import { type AccountContext, asSignedIn, openAccount, type SignedInContext } from "@/lib/auth/account-context";
import type { FormAction } from "@/lib/domain/action-state";
import { AppError } from "@/lib/domain/errors";
import { postAfterwards } from "@/lib/mail/post-afterwards";
import { answer } from "./answer";

interface ForAnybody<I, T> {
  readonly needsSession?: false;
  readonly input: z.ZodType<I>;
  readonly run: (ctx: AccountContext, input: I) => Promise<T>;
}

interface ForSignedIn<I, T> {
  readonly needsSession: true;
  readonly input: z.ZodType<I>;
  readonly run: (ctx: SignedInContext, input: I) => Promise<T>;
}

/** A form on one's own account, or on the way to one. It knows no team. */
export function accountAction<I, T>(action: ForAnybody<I, T> | ForSignedIn<I, T>): FormAction<T> {
  return async (_previous, form) =>
    answer(action.input, form, async (input) => {
      const ctx = await openAccount(postAfterwards);
      if (!action.needsSession) return action.run(ctx, input);
      const { session } = ctx;
      if (session === null) throw new AppError("unauthenticated");
      return action.run(asSignedIn(ctx, session), input);
    });
}
