"use server";

import { redirect } from "next/navigation";
import { enter } from "@/app/(account)/enter";
import { inviteAction } from "@/lib/actions/invite-action";
import { AppError } from "@/lib/domain/errors";
import { routes } from "@/lib/routes";
import { acceptInvitation, AcceptInvitationInput } from "@/lib/use-cases/members/accept-invitation";
import { joinWithNewAccount, JoinWithNewAccountInput } from "@/lib/use-cases/members/join-with-new-account";

export const acceptInvitationAction = inviteAction({
  input: AcceptInvitationInput,
  run: async ({ session, throughInvite }): Promise<void> => {
    if (session === null) throw new AppError("unauthenticated");
    const slug = await throughInvite(async (ctx) => {
      await acceptInvitation(ctx, session.user);
      return ctx.team.slug;
    });
    redirect(routes.leads(slug));
  },
});

export const joinWithNewAccountAction = inviteAction({
  input: JoinWithNewAccountInput,
  run: async ({ passwords, locale, now, throughInvite }, input): Promise<void> => {
    const passwordHash = await passwords.hash(input.password);
    const joined = await throughInvite(async (ctx) => ({
      slug: ctx.team.slug,
      userId: await joinWithNewAccount(ctx, input, { passwordHash, locale }),
    }));
    await enter({ userId: joined.userId, locale }, now);
    redirect(routes.leads(joined.slug));
  },
});
