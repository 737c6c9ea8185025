import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { Disclosure } from "./disclosure";

/** Folded until it is wanted; then it asks for the team's name and one's own password. */
export function DeleteTeamForm({ name, action }: DeleteTeamFormProps) {
  const t = useTranslations("deleteTeam");
  return (
    <Card className="grid max-w-xl gap-4">
      <CardTitle>{t("title")}</CardTitle>
      <p className="text-muted">{t("lead")}</p>
      <Disclosure summary={t("open")}>
        <ActionForm action={action} className="grid gap-4">
          <TextField
            name="typedName"
            label={t("typedName")}
            hint={<bdi>{name}</bdi>}
            messages={{ choice: t("typedNameError"), required: t("typedNameError") }}
            autoComplete="off"
          />
          <PasswordField
            name="password"
            label={t("password")}
            hint={t("passwordHint")}
            messages={{ login: t("passwordError") }}
            autoComplete="current-password"
          />
          <FormEnd submit={t("submit")} tone="danger" />
        </ActionForm>
      </Disclosure>
    </Card>
  );
}

type DeleteTeamFormProps = { readonly name: string; readonly action: FormAction<void> };
