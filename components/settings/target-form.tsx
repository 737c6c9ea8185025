import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { TARGET_METRICS } from "@/lib/domain/targets";
import { typedDate } from "@/lib/i18n/typed";
import { type ChannelChoice, useRateNames } from "./targets";

export function TargetForm({ channels, action }: TargetFormProps) {
  const t = useTranslations("settings");
  const rates = useRateNames();
  const live = channels.filter(({ archivedAt }) => archivedAt === null);
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("newTarget")}</CardTitle>
      <ActionForm action={action} className="grid max-w-md gap-3">
        <SelectField
          name="metric"
          label={t("metric")}
          options={TARGET_METRICS.map((metric) => ({ value: metric, label: rates[metric] }))}
        />
        <SelectField
          name="channelId"
          label={t("forChannel")}
          options={[{ value: "", label: t("wholeTeam") }, ...live.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField
          name="percent"
          label={t("percent")}
          inputMode="decimal"
          messages={{ choice: t("targetError"), amount: t("targetError") }}
        />
        <TextField
          name="validFrom"
          label={t("validFrom")}
          hint={t("datePattern", { example: typedDate("2026-11-23", useLocale()) })}
          optional
        />
        <FormEnd submit={t("add")} okMessage={t("saved")} />
      </ActionForm>
    </Card>
  );
}

type TargetFormProps = { readonly channels: readonly ChannelChoice[]; readonly action: FormAction<void> };
