import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { Role } from "@/lib/domain/permissions";
import { ShownOnce } from "./shown-once";

export function InviteForm({ roles, emailConfirmed, action }: InviteFormProps) {
  const t = useTranslations();
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("members.inviteTitle")}</CardTitle>
      {emailConfirmed ? null : <p>{t("errors.code.email-unconfirmed")}</p>}
      <ActionForm action={action} className="grid max-w-xl gap-4">
        <TextField name="email" label={t("members.email")} type="email" inputMode="email" autoComplete="off" />
        <RadioCards
          name="role"
          label={t("members.role")}
          columns={2}
          defaultValue="member"
          options={roles.map((role) => ({
            value: role,
            label: t(`roles.${role}.name`),
            hint: t(`roles.${role}.may`),
          }))}
        />
        {roles.includes("owner") ? (
          <PasswordField
            name="password"
            label={t("members.ownPassword")}
            hint={t("members.ownPasswordHint")}
            autoComplete="current-password"
          />
        ) : null}
        <FormEnd submit={t("members.invite")} okMessage={t("members.inviteSent")} />
        <ShownOnce name="link" label={t("members.inviteLinkLabel")} hint={t("members.inviteLink")} />
      </ActionForm>
    </Card>
  );
}

type InviteFormProps = {
  readonly roles: readonly Role[];
  readonly emailConfirmed: boolean;
  readonly action: FormAction<{ readonly link: string | null }>;
};
