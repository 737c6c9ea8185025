import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { listSignInProviders } from "@/lib/auth/sign-in-providers";
import { routes } from "@/lib/routes";
import { signUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { next: asked } = await searchParams;
  const next = typeof asked === "string" ? asked : "";
  return (
    <AccountFrame preferences={await readPreferences()} title={t("signUpTitle")} lead={t("signUpLead")}>
      <ActionForm action={signUpAction} className="grid gap-4">
        <TextField name="email" label={t("email")} type="email" autoComplete="username" inputMode="email" />
        <PasswordField name="password" label={t("password")} hint={t("passwordHint")} autoComplete="new-password" />
        <input type="hidden" name="next" value={next} />
        <FormEnd submit={t("signUp")} />
      </ActionForm>
      <ProviderButtons providers={listSignInProviders()} next={next} />
      <p>
        {t("haveAccount")}{" "}
        <Link className="link" href={routes.signIn({ next })}>
          {t("signIn")}
        </Link>
      </p>
    </AccountFrame>
  );
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };
