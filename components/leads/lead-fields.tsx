import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { CURRENCIES, minorDigits } from "@/lib/domain/input/currency";
import { formatFor } from "@/lib/i18n/format";
import { type LeadChoices, optionsOf } from "./lead-choices";

/** Every field of a lead, empty or with what is known. Only a new one is asked when it came in: that is history later. */
export function LeadFields({ choices, lead }: LeadFieldsProps) {
  const t = useTranslations();
  const owners = choices.canAssign ? choices.owners : choices.owners.filter(mine(choices.me, lead?.ownerId));
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
        options={[{ value: "", label: t("terms.nobody") }, ...optionsOf(owners)]}
        defaultValue={lead?.ownerId ?? (lead === null ? choices.me : "")}
      />
      {lead === null ? (
        <TextField name="cameInOn" label={t("leads.cameInOn")} hint={t("leads.dayHint")} optional inputMode="numeric" />
      ) : null}
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

interface KnownMoney {
  readonly expectedMinor: number | null;
  readonly currency: string | null;
}

function mine(me: string, current: string | null | undefined) {
  return ({ id }: { readonly id: string }) => id === me || id === current;
}

/** An amount as this language writes it, and its currency. */
export function AmountFields({ label, optional = false, money, currency }: AmountFieldsProps) {
  const t = useTranslations("leads");
  const format = formatFor(useLocale());
  const known = money?.expectedMinor ?? null;
  const of = money?.currency ?? currency;
  const digits = minorDigits(of);
  const written = known === null ? "" : format.decimal(known / 10 ** digits, known % 10 ** digits === 0 ? 0 : digits);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-2">
      <TextField name="amount" label={label} optional={optional} inputMode="decimal" defaultValue={written} />
      <SelectField
        name="currency"
        label={t("currency")}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        defaultValue={of}
      />
    </div>
  );
}

type AmountFieldsProps = {
  readonly label: string;
  readonly optional?: boolean;
  readonly money: KnownMoney | null;
  readonly currency: string;
};
