import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { CURRENCIES } from "@/lib/domain/input/currency";

/** The team's name and what its numbers mean. */
export function TeamForm({ team, timeZones, isZoneFixed, action }: TeamFormProps) {
  const t = useTranslations();
  return (
    <ActionForm action={action} className="grid max-w-xl gap-5">
      <input type="hidden" name="version" value={team.version} />
      <TextField name="name" label={t("settings.name")} defaultValue={team.name} autoComplete="off" />
      <SelectField
        name="timeZone"
        label={t("settings.timeZone")}
        hint={isZoneFixed ? t("settings.timeZoneFixed") : t("settings.timeZoneHint")}
        messages={{ choice: t("settings.timeZoneFixed") }}
        defaultValue={team.timeZone}
        options={(isZoneFixed ? [team.timeZone] : timeZones).map((zone) => ({ value: zone, label: zone }))}
      />
      <SelectField
        name="currency"
        label={t("settings.currency")}
        hint={t("settings.currencyHint")}
        defaultValue={team.currency}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
      />
      <RadioCards
        name="leadConvertsAt"
        label={t("settings.converts.question")}
        hint={t("settings.convertsHint")}
        defaultValue={team.leadConvertsAt}
        options={[
          { value: "customer", label: t("settings.converts.customer"), hint: t("def.lead") },
          { value: "opportunity", label: t("settings.converts.opportunity"), hint: t("def.leadOpp") },
        ]}
      />
      <FormEnd submit={t("common.save")} okMessage={t("common.saved")} />
    </ActionForm>
  );
}

type TeamFormProps = {
  readonly team: {
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly leadConvertsAt: "customer" | "opportunity";
    readonly version: number;
  };
  readonly timeZones: readonly string[];
  /** Once there are records, their days have been cut in it. */
  readonly isZoneFixed: boolean;
  readonly action: FormAction<void>;
};
