import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { ConfirmEmailForm } from "@/components/account/confirm-email-form";
import { DeadLink } from "@/components/account/dead-link";
import { isLetterLinkOpen } from "@/lib/auth/letter-links";
import { pageAfterSignIn } from "@/lib/auth/page-after-sign-in";
import { currentSession } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { confirmEmailAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("verifyTitle"), referrer: "same-origin", robots: { index: false } };
}

/** Opening the link confirms nothing: mail programs open it before the reader does. */
export default async function VerifyPage({ params }: Props) {
  const t = await getTranslations("auth");
  const { token } = await params;
  const session = await currentSession();
  const goOn = session === null ? routes.signIn() : await pageAfterSignIn(session.user.id, "");
  const isOpen = await isLetterLinkOpen("confirm-email", token);
  return (
    <AccountFrame
      preferences={await readPreferences()}
      title={t("verifyTitle")}
      {...(isOpen ? { lead: t("verifyLead") } : {})}
    >
      {isOpen ? (
        <ConfirmEmailForm action={confirmEmailAction} token={token} goOn={goOn} />
      ) : (
        <DeadLink href={routes.account()} label={t("goOn")} />
      )}
    </AccountFrame>
  );
}

type Props = { readonly params: Promise<{ readonly token: string }> };
