import type { z } from "zod";
import { type AccountContext, openAccount } from "@/lib/auth/account-context";
import { type InviteContext, openInvite } from "@/lib/auth/open-invite";
import type { FormAction } from "@/lib/domain/action-state";
import { postAfterwards } from "@/lib/mail/post-afterwards";
import { answer } from "./answer";

/** What an invitation's form gets: who asks, and the way through its door. */
export interface InviteActionContext extends AccountContext {
  readonly throughInvite: <T>(work: (ctx: InviteContext) => Promise<T>) => Promise<T>;
}

interface InviteAction<I extends { readonly token: string }, T> {
  readonly input: z.ZodType<I>;
  readonly run: (ctx: InviteActionContext, input: I) => Promise<T>;
}

/** The door of the forms of `/invite/[token]`: own origin, parsed input, counted tries, then `openInvite`, writing. */
export function inviteAction<I extends { readonly token: string }, T>(action: InviteAction<I, T>): FormAction<T> {
  return async (_previous, form) =>
    answer(action.input, form, async (input) => {
      const ctx = await openAccount(postAfterwards);
      await ctx.allow("token", input.token);
      const opening = { token: input.token, now: ctx.now, access: "write" } as const;
      return action.run({ ...ctx, throughInvite: (work) => openInvite(opening, work) }, input);
    });
}
