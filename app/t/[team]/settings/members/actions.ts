"use server";

import { teamAction } from "@/lib/actions/team-action";
import { confirmOwnership } from "@/lib/auth/confirm-password";
import { inviteLink } from "@/lib/auth/invite-link";
import { postAfterwards } from "@/lib/mail/post-afterwards";
import { routes } from "@/lib/routes";
import { changeRole, ChangeRoleForm } from "@/lib/use-cases/members/change-role";
import { inviteMember, InviteMemberForm } from "@/lib/use-cases/members/invite-member";
import { leaveTeam } from "@/lib/use-cases/members/leave-team";
import { removeMember, RemoveMemberInput } from "@/lib/use-cases/members/remove-member";
import { revokeInvitation, RevokeInvitationInput } from "@/lib/use-cases/members/revoke-invitation";
import { NoInput } from "@/lib/use-cases/no-input";

const needs = "member:manage"; // and by the higher of the roles, in each use-case

export const inviteMemberAction = teamAction({
  needs,
  input: InviteMemberForm,
  before: confirmOwnership,
  run: async (ctx, input): Promise<{ readonly link: string | null }> => {
    const { token, letter } = await inviteMember(ctx, input);
    postAfterwards(letter);
    return { link: inviteLink(token) };
  },
});
export const changeRoleAction = teamAction({ needs, input: ChangeRoleForm, before: confirmOwnership, run: changeRole });
export const removeMemberAction = teamAction({ needs, input: RemoveMemberInput, run: removeMember });
export const revokeInvitationAction = teamAction({
  needs: "invite:revoke",
  input: RevokeInvitationInput,
  run: revokeInvitation,
});
export const leaveTeamAction = teamAction({
  needs: "member:leave",
  input: NoInput,
  run: leaveTeam,
  then: () => routes.account(),
});
