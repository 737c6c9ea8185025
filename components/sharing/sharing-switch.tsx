import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { RadioCards } from "@/components/ui/radio-cards";
import type { FormAction } from "@/lib/domain/action-state";
import { type Sharing, SHARINGS } from "@/lib/domain/permissions";

/** Who may share. What it ends, it ends for good. */
export function SharingSwitch({ sharing, action }: SharingSwitchProps) {
  const t = useTranslations();
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("links.switch.title")}</CardTitle>
      <ActionForm action={action} className="grid max-w-xl gap-4">
        <RadioCards
          name="sharing"
          label={t("links.switch.question")}
          hint={t("links.switch.hint")}
          defaultValue={sharing}
          options={SHARINGS.map((one) => ({ value: one, label: t(`links.switch.${one}`) }))}
        />
        <FormEnd submit={t("common.save")} okMessage={t("common.saved")} tone="secondary" />
      </ActionForm>
    </Card>
  );
}

interface SharingSwitchProps {
  readonly sharing: Sharing;
  readonly action: FormAction<void>;
}
