import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/settings/invite-form";
import { LeaveForm } from "@/components/settings/leave-form";
import { MembersList } from "@/components/settings/members-list";
import { PendingInvitations } from "@/components/settings/pending-invitations";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import * as actions from "./actions";
import { loadMembers } from "./load-members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("members") };
}

export default async function MembersPage({ params }: PageProps<"/t/[team]/settings/members">) {
  const { team } = await params;
  const loaded = await openTeam(team, "member:list", loadMembers);
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("settings.members")} description={t("members.lead")} />
      <div className="grid gap-6">
        <MembersList
          members={loaded.members}
          grantable={loaded.grantable}
          changeRole={actions.changeRoleAction.bind(null, team)}
          remove={actions.removeMemberAction.bind(null, team)}
        />
        <PendingInvitations
          invitations={loaded.pending}
          timeZone={loaded.timeZone}
          revoke={loaded.mayRevoke ? actions.revokeInvitationAction.bind(null, team) : null}
        />
        {loaded.grantable.length === 0 ? null : (
          <InviteForm
            roles={loaded.grantable}
            emailConfirmed={loaded.emailConfirmed}
            action={actions.inviteMemberAction.bind(null, team)}
          />
        )}
        {loaded.mayLeave ? <LeaveForm action={actions.leaveTeamAction.bind(null, team)} /> : null}
      </div>
    </>
  );
}
