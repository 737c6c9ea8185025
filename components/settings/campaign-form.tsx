import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { CURRENCIES } from "@/lib/domain/input/currency";
import { typedAmount, typedDate } from "@/lib/i18n/typed";
import type { CampaignInList } from "./campaigns";
import { SeenRow } from "./seen-row";

/** A new campaign of a channel, or one that is there already. */
export function CampaignForm<T>({ campaign, channelId, currency, action }: CampaignFormProps<T>) {
  const t = useTranslations();
  return (
    <ActionForm action={action} className="grid max-w-xl gap-3 sm:grid-cols-2">
      {campaign === null ? null : <SeenRow id={campaign.id} version={campaign.version} />}
      {channelId === null ? null : <input type="hidden" name="channelId" value={channelId} />}
      <TextField
        name="name"
        label={t("settings.name")}
        defaultValue={campaign?.name}
        autoComplete="off"
        className="sm:col-span-2"
      />
      <CampaignNumbers campaign={campaign} currency={currency} />
      <div className="sm:col-span-2">
        <FormEnd
          submit={campaign === null ? t("settings.add") : t("common.save")}
          okMessage={t("common.saved")}
          tone={campaign === null ? "primary" : "secondary"}
        />
      </div>
    </ActionForm>
  );
}

function CampaignNumbers({ campaign, currency }: Pick<CampaignFormProps<void>, "campaign" | "currency">) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const cost =
    campaign?.costMinor != null && campaign.currency !== null
      ? { minor: campaign.costMinor, currency: campaign.currency }
      : null;
  const example = t("datePattern", { example: typedDate("2026-11-23", locale) });
  return (
    <>
      <TextField
        name="audienceSize"
        label={t("audience")}
        hint={t("audienceHint")}
        defaultValue={campaign?.audienceSize ?? ""}
        inputMode="numeric"
        className="sm:col-span-2"
        optional
      />
      <TextField
        name="amount"
        label={t("cost")}
        defaultValue={typedAmount(cost, locale)}
        inputMode="decimal"
        optional
      />
      <SelectField
        name="currency"
        label={t("currency")}
        defaultValue={currency}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
      />
      <TextField
        name="startsOn"
        label={t("startsOn")}
        hint={example}
        defaultValue={typedDate(campaign?.startsOn ?? null, locale)}
        optional
      />
      <TextField
        name="endsOn"
        label={t("endsOn")}
        hint={example}
        defaultValue={typedDate(campaign?.endsOn ?? null, locale)}
        optional
      />
    </>
  );
}

type CampaignFormProps<T> = {
  readonly campaign: CampaignInList | null;
  readonly channelId: string | null;
  readonly currency: string;
  readonly action: FormAction<T>;
};
