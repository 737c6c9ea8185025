import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import { LetterHint } from "./letter-hint";

export function EmailSection({ user, resend, delivery }: EmailSectionProps) {
  const t = useTranslations("account");
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("email")}</CardTitle>
      <p className="flex flex-wrap items-center gap-2 break-all">
        {user.email}{" "}
        <Badge tone={user.emailConfirmed ? "neutral" : "dashed"}>
          {user.emailConfirmed ? t("emailConfirmed") : t("emailUnconfirmed")}
        </Badge>
      </p>
      {user.emailConfirmed ? null : (
        <ActionForm action={resend} className="grid gap-3">
          <p>{t("verify")}</p>
          <FormEnd submit={t("resend")} okMessage={t("resent")} tone="secondary" />
          <LetterHint delivery={delivery} />
        </ActionForm>
      )}
    </Card>
  );
}

type EmailSectionProps = {
  readonly user: { readonly email: string; readonly emailConfirmed: boolean };
  readonly resend: FormAction<void>;
  readonly delivery: React.ComponentProps<typeof LetterHint>["delivery"];
};
