import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AccountFrame } from "@/components/account/account-frame";
import { LetterHint } from "@/components/account/letter-hint";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { TextField } from "@/components/ui/text-field";
import { letterDelivery } from "@/lib/mail/mailbox";
import { requestPasswordResetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("resetTitle") };
}

export default async function ResetPage() {
  const t = await getTranslations("auth");
  return (
    <AccountFrame preferences={await readPreferences()} title={t("resetTitle")} lead={t("resetLead")}>
      <ActionForm action={requestPasswordResetAction} className="grid gap-4">
        <TextField name="email" label={t("email")} type="email" autoComplete="username" inputMode="email" />
        <FormEnd submit={t("resetSend")} okMessage={t("resetSent")} />
      </ActionForm>
      <LetterHint delivery={letterDelivery()} />
    </AccountFrame>
  );
}
