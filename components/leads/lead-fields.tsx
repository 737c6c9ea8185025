import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { AmountFields, type KnownMoney } from "./amount-fields";
import { DayField } from "./day-field";
import { type LeadChoices, optionsOf } from "./lead-choices";

/** Every field of a lead, empty or with what is known. Only a new one is asked when it came in: that is history later. */
export function LeadFields({ choices, lead }: LeadFieldsProps) {
  const t = useTranslations();
  const mayChoose = choices.canAssign || !lead?.ownerId || lead.ownerId === choices.me;
  const owners = choices.owners.filter(({ id }) => mayChoose || id === lead?.ownerId);
  const campaigns = choices.campaigns.map(({ id, name, channel }) => ({ value: id, label: `${name} (${channel})` }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t("leads.name")}
        messages={{ required: t("leads.nameError") }}
        defaultValue={lead?.name ?? ""}
        autoComplete="off"
      />
      <TextField name="company" label={t("leads.company")} optional defaultValue={lead?.company ?? ""} />
      <TextField name="email" type="email" label={t("leads.email")} optional defaultValue={lead?.email ?? ""} />
      <TextField name="phone" type="tel" label={t("leads.phone")} optional defaultValue={lead?.phone ?? ""} />
      <SelectField
        name="channelId"
        label={t("terms.channel")}
        options={[{ value: "", label: t("terms.noChannel") }, ...optionsOf(choices.channels)]}
        defaultValue={lead?.channelId ?? ""}
      />
      <SelectField
        name="campaignId"
        label={t("terms.campaign")}
        options={[{ value: "", label: t("leads.noCampaign") }, ...campaigns]}
        defaultValue={lead?.campaignId ?? ""}
      />
      <SelectField
        name="ownerId"
        label={t("terms.owner")}
        options={[...(mayChoose ? [{ value: "", label: t("terms.nobody") }] : []), ...optionsOf(owners)]}
        defaultValue={lead?.ownerId ?? (lead === null ? choices.me : "")}
      />
      {lead === null ? <DayField name="cameInOn" label={t("leads.cameInOn")} /> : null}
      <AmountFields label={t("terms.value")} optional money={lead} currency={choices.currency} />
      <TextAreaField
        name="note"
        label={t("leads.note")}
        optional
        defaultValue={lead?.note ?? ""}
        className="sm:col-span-2"
      />
    </div>
  );
}

type LeadFieldsProps = {
  readonly choices: LeadChoices;
  readonly lead: KnownLead | null;
};

export interface KnownLead extends KnownMoney {
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string;
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
}
