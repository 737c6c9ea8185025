import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { KEY_SCOPES } from "@/lib/domain/api-keys/api-key";
import { ShownOnce } from "./shown-once";

const LIFETIMES = ["30", "90", "365", "never"] as const;

export function ApiKeyForm({ action }: { readonly action: FormAction<{ readonly key: string }> }) {
  const t = useTranslations("apiKeys");
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("new")}</CardTitle>
      <ActionForm action={action} className="grid max-w-xl gap-4">
        <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
        <RadioCards
          name="scope"
          label={t("scope")}
          columns={2}
          defaultValue="read"
          options={KEY_SCOPES.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        <SelectField
          name="days"
          label={t("lifetime")}
          defaultValue="365"
          options={LIFETIMES.map((value) => ({ value, label: t(`d${value}`) }))}
        />
        <PasswordField name="password" label={t("password")} hint={t("passwordHint")} autoComplete="current-password" />
        <FormEnd submit={t("create")} okMessage={t("created")} />
        <ShownOnce name="key" label={t("keyLabel")} hint={t("keyHint")} />
      </ActionForm>
    </Card>
  );
}
