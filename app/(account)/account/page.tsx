import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setShortcuts } from "@/app/actions";
import { hasShortcuts, readPreferences } from "@/app/preferences";
import { AccountTeams } from "@/components/account/account-teams";
import { DeletedTeams } from "@/components/account/deleted-teams";
import { EmailSection } from "@/components/account/email-section";
import { OwnFrame } from "@/components/account/own-frame";
import { PasswordSection } from "@/components/account/password-section";
import { ProfileSection } from "@/components/account/profile-section";
import { SessionsSection } from "@/components/account/sessions-section";
import { ShortcutsSection } from "@/components/account/shortcuts-section";
import { listDeletedTeams } from "@/lib/auth/open-deleted-team";
import { listOwnTeams } from "@/lib/auth/page-after-sign-in";
import { currentSession, listSessions } from "@/lib/auth/session";
import { letterDelivery } from "@/lib/mail/mailbox";
import { routes } from "@/lib/routes";
import { signOut } from "../sign-out";
import { changeLocaleAction, changeNameAction, resendConfirmationAction } from "./actions";
import { changePasswordAction, endSessionAction, restoreTeamAction } from "./security/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn({ next: routes.account() }));
  const { user } = session;
  const [sessions, teams, deleted, preferences] = await Promise.all([
    listSessions(session),
    listOwnTeams(user.id),
    listDeletedTeams(user.id),
    readPreferences(),
  ]);
  return (
    <OwnFrame preferences={preferences} signOut={signOut}>
      <AccountTeams teams={teams} />
      <DeletedTeams teams={deleted} restore={restoreTeamAction} />
      <ProfileSection user={user} changeName={changeNameAction} changeLocale={changeLocaleAction} />
      <ShortcutsSection isOn={await hasShortcuts()} setShortcuts={setShortcuts} />
      <EmailSection user={user} resend={resendConfirmationAction} delivery={letterDelivery()} />
      <PasswordSection action={changePasswordAction} email={user.email} />
      <SessionsSection sessions={sessions} now={new Date()} end={endSessionAction} />
    </OwnFrame>
  );
}
