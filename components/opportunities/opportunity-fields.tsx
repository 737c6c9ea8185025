import { useTranslations } from "next-intl";
import { AmountFields, type KnownMoney } from "@/components/leads/amount-fields";
import { DayField } from "@/components/leads/day-field";
import { type LeadChoices, optionsOf } from "@/components/leads/lead-choices";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";

/** Every field of an opportunity, empty or with what is known. Only a new one is asked for its stage and day: that is history later. */
export function OpportunityFields({ choices, opportunity }: OpportunityFieldsProps) {
  const t = useTranslations();
  const owner = opportunity?.ownerId ?? null;
  const mayChoose = choices.canAssign || owner === null || owner === choices.me;
  const owners = choices.owners.filter(({ id }) => mayChoose || id === owner);
  const campaigns = choices.campaigns.map(({ id, name, channel }) => ({ value: id, label: `${name} (${channel})` }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t("opportunities.name")}
        messages={{ required: t("opportunities.nameError") }}
        defaultValue={opportunity?.name ?? ""}
        autoComplete="off"
      />
      {opportunity === null ? <FirstStage choices={choices} /> : null}
      <AmountFields label={t("terms.value")} optional money={opportunity} currency={choices.currency} />
      <SelectField
        name="channelId"
        label={t("terms.channel")}
        options={[{ value: "", label: t("terms.noChannel") }, ...optionsOf(choices.channels)]}
        defaultValue={opportunity?.channelId ?? ""}
      />
      <SelectField
        name="campaignId"
        label={t("terms.campaign")}
        options={[{ value: "", label: t("leads.noCampaign") }, ...campaigns]}
        defaultValue={opportunity?.campaignId ?? ""}
      />
      <SelectField
        name="ownerId"
        label={t("terms.owner")}
        options={[...(mayChoose ? [{ value: "", label: t("terms.nobody") }] : []), ...optionsOf(owners)]}
        defaultValue={owner ?? (opportunity === null ? choices.me : "")}
      />
      {opportunity === null ? <DayField name="openedOn" label={t("opportunities.openedOn")} /> : null}
      <TextAreaField
        name="note"
        label={t("leads.note")}
        optional
        defaultValue={opportunity?.note ?? ""}
        className="sm:col-span-2"
      />
    </div>
  );
}

type OpportunityFieldsProps = {
  readonly choices: LeadChoices;
  readonly opportunity: KnownOpportunity | null;
};

export interface KnownOpportunity extends KnownMoney {
  readonly name: string | null;
  readonly note: string;
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
}

function FirstStage({ choices }: { readonly choices: LeadChoices }) {
  const t = useTranslations("terms");
  const open = choices.stages.filter(({ subject, kind }) => subject === "opportunity" && kind === "open");
  return <SelectField name="stageId" label={t("stage")} options={optionsOf(open)} />;
}
