import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";

export function ConfirmEmailForm({ action, token, goOn }: ConfirmEmailFormProps) {
  const t = useTranslations("auth");
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <FormEnd submit={t("verifyDo")} okMessage={t("verified")}>
        <Link className="link" href={goOn}>
          {t("goOn")}
        </Link>
      </FormEnd>
    </ActionForm>
  );
}

type ConfirmEmailFormProps = {
  readonly action: FormAction<void>;
  readonly token: string;
  readonly goOn: string;
};
