import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { OpenedOpportunity } from "@/lib/domain/opportunities/opened-opportunity";
import { AmountFields } from "./amount-fields";
import { DayField } from "./day-field";
import { type LeadChoices, optionsOf } from "./lead-choices";
import type { ShownLead } from "./lead-facts";
import { ToldForm } from "./told-form";

/** Makes an opportunity of the lead; what is known is carried over, so that one Enter is enough. */
export function ConvertForm({ lead, choices, action }: ConvertFormProps) {
  const t = useTranslations();
  const open = choices.stages.filter(({ subject, kind }) => subject === "opportunity" && kind === "open");
  return (
    <ToldForm action={action} told={t("leads.converted", { n: lead.name ?? "" })} submit={t("leads.convertDo")}>
      <input type="hidden" name="leadId" value={lead.id} />
      <input type="hidden" name="version" value={lead.version} />
      <TextField
        name="name"
        label={t("leads.opportunityName")}
        defaultValue={lead.company ?? lead.name ?? ""}
        autoComplete="off"
      />
      <SelectField name="stageId" label={t("terms.stage")} options={optionsOf(open)} />
      <AmountFields label={t("terms.value")} optional money={lead} currency={choices.currency} />
      <TextAreaField name="note" label={t("leads.note")} optional rows={2} />
      <DayField name="openedOn" label={t("leads.openedOn")} />
    </ToldForm>
  );
}

type ConvertFormProps = {
  readonly lead: ShownLead;
  readonly choices: LeadChoices;
  readonly action: FormAction<OpenedOpportunity>;
};
