import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/(account)/sign-out";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { DeadLink } from "@/components/account/dead-link";
import { InviteStep } from "@/components/invite/invite-step";
import { readInvite } from "@/lib/auth/read-invite";
import { routes } from "@/lib/routes";
import { acceptInvitationAction, joinWithNewAccountAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invite"))("title"), referrer: "same-origin", robots: { index: false } };
}

export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const t = await getTranslations();
  const invite = await readInvite(token, new Date());
  const preferences = await readPreferences();
  if (invite === null) {
    return (
      <AccountFrame preferences={preferences} title={t("invite.title")}>
        <DeadLink href={routes.landing()} label={t("errors.home")} />
      </AccountFrame>
    );
  }
  const { inviterName, teamName, role } = invite;
  return (
    <AccountFrame
      preferences={preferences}
      title={teamName}
      lead={t("invite.lead", { who: inviterName, team: teamName, role: t(`roles.${role}.name`).toLowerCase() })}
    >
      <InviteStep
        token={token}
        invite={invite}
        accept={acceptInvitationAction}
        join={joinWithNewAccountAction}
        signOut={signOut}
      />
    </AccountFrame>
  );
}
