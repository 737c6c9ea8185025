import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";

export function LeaveForm({ action }: { readonly action: FormAction<void> }) {
  const t = useTranslations("members");
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("leave")}</CardTitle>
      <ActionForm action={action} className="grid gap-3">
        <p className="text-muted">{t("leaveLead")}</p>
        <FormEnd submit={t("leave")} tone="danger" />
      </ActionForm>
    </Card>
  );
}
