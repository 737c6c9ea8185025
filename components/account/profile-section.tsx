import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { LOCALES, type Locale } from "@/lib/i18n/locale";

export function ProfileSection({ user, changeName, changeLocale }: ProfileSectionProps) {
  const t = useTranslations();
  const languages = LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }));
  return (
    <Card className="grid gap-5">
      <CardTitle>{t("account.profile")}</CardTitle>
      <ActionForm action={changeName} className="grid max-w-md gap-3">
        <TextField name="name" label={t("account.name")} defaultValue={user.name} autoComplete="name" />
        <FormEnd submit={t("common.save")} okMessage={t("common.saved")} tone="secondary" />
      </ActionForm>
      <ActionForm action={changeLocale} className="grid max-w-md gap-3">
        <SelectField
          name="locale"
          label={t("account.locale")}
          hint={t("account.localeHint")}
          options={languages}
          defaultValue={user.locale}
        />
        <FormEnd submit={t("common.save")} okMessage={t("common.saved")} tone="secondary" />
      </ActionForm>
    </Card>
  );
}

type ProfileSectionProps = {
  readonly user: { readonly name: string; readonly locale: Locale };
  readonly changeName: FormAction<void>;
  readonly changeLocale: FormAction<void>;
};
