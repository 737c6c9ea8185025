import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { LetterHint } from "@/components/account/letter-hint";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { pageAfterSignIn } from "@/lib/auth/page-after-sign-in";
import { listSignInProviders } from "@/lib/auth/sign-in-providers";
import { currentSession, hasSessionCookie } from "@/lib/auth/session";
import { letterDelivery } from "@/lib/mail/mailbox";
import { routes } from "@/lib/routes";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { next: asked, refused } = await searchParams;
  const next = typeof asked === "string" ? asked : "";
  const session = await currentSession();
  if (session !== null) redirect(await pageAfterSignIn(session.user.id, next));
  return (
    <AccountFrame preferences={await readPreferences()} title={t("signInTitle")}>
      {refused === undefined ? null : <p role="alert">{t("providerRefused")}</p>}
      {(await hasSessionCookie()) ? <p>{t("notSignedIn")}</p> : null}
      <SignInForm action={signInAction} next={next} />
      <ProviderButtons providers={listSignInProviders()} next={next} />
      <p>
        {t("noAccount")}{" "}
        <Link className="link" href={routes.signUp({ next })}>
          {t("signUp")}
        </Link>
      </p>
      <LetterHint delivery={letterDelivery()} />
    </AccountFrame>
  );
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };
