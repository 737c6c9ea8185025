"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { openDeletedTeam } from "@/lib/auth/open-deleted-team";
import { startSession } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { changePassword, ChangePasswordInput } from "@/lib/use-cases/account/change-password";
import { endOwnSession, EndSessionInput } from "@/lib/use-cases/account/end-session";
import { restoreTeam, RestoreTeamInput } from "@/lib/use-cases/teams/restore-team";

export const changePasswordAction = accountAction({
  needsSession: true,
  input: ChangePasswordInput,
  run: async (ctx, input) => {
    await changePassword(ctx, input);
    await startSession(ctx.session.user.id, ctx.now);
  },
});

export const endSessionAction = accountAction({
  needsSession: true,
  input: EndSessionInput,
  run: async (ctx, input) => {
    await endOwnSession(ctx, input);
    revalidatePath(routes.account());
  },
});

export const restoreTeamAction = accountAction({
  needsSession: true,
  input: RestoreTeamInput,
  run: async (_ctx, { team }) => {
    await openDeletedTeam(team, restoreTeam);
    revalidatePath(routes.account());
  },
});
