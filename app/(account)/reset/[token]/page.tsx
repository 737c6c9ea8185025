import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { DeadLink } from "@/components/account/dead-link";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { isLetterLinkOpen } from "@/lib/auth/letter-links";
import { routes } from "@/lib/routes";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("resetChoose"), referrer: "same-origin", robots: { index: false } };
}

export default async function NewPasswordPage({ params }: Props) {
  const t = await getTranslations("auth");
  const { token } = await params;
  const preferences = await readPreferences();
  if (!(await isLetterLinkOpen("reset-password", token))) {
    return (
      <AccountFrame preferences={preferences} title={t("resetChoose")}>
        <DeadLink href={routes.reset()} label={t("resetTitle")} />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame preferences={preferences} title={t("resetChoose")} lead={t("resetChooseLead")}>
      <ActionForm action={resetPasswordAction} className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} autoComplete="new-password" />
        <FormEnd submit={t("resetSave")} />
      </ActionForm>
    </AccountFrame>
  );
}

type Props = { readonly params: Promise<{ readonly token: string }> };
