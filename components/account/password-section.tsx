import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import type { FormAction } from "@/lib/domain/action-state";

export function PasswordSection({ action, email }: PasswordSectionProps) {
  const t = useTranslations();
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("account.passwordTitle")}</CardTitle>
      <p className="text-muted">{t("account.passwordLead")}</p>
      <ActionForm action={action} className="grid max-w-md gap-3">
        {/* Tells a password manager whose password this is. It has no name, so it is not sent. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={t("auth.currentPassword")}
          autoComplete="current-password"
          messages={{ login: t("account.currentWrong") }}
        />
        <PasswordField
          name="newPassword"
          label={t("auth.newPassword")}
          hint={t("auth.passwordHint")}
          autoComplete="new-password"
        />
        <FormEnd submit={t("account.passwordChange")} okMessage={t("account.passwordChanged")} tone="secondary" />
      </ActionForm>
    </Card>
  );
}

type PasswordSectionProps = { readonly action: FormAction<void>; readonly email: string };
