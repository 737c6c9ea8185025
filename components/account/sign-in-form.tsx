import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { routes } from "@/lib/routes";

export function SignInForm({ action, next }: { readonly action: FormAction<void>; readonly next: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm action={action} className="grid gap-4">
      <TextField name="email" label={t("email")} type="email" autoComplete="username" inputMode="email" />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" />
      <input type="hidden" name="next" value={next} />
      <FormEnd submit={t("signIn")}>
        <Link className="link" href={routes.reset()}>
          {t("forgot")}
        </Link>
      </FormEnd>
    </ActionForm>
  );
}
