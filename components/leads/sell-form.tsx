import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";
import type { DealId } from "@/lib/domain/ids";
import { AmountFields } from "./amount-fields";
import { DayField } from "./day-field";
import type { ShownLead } from "./lead-facts";
import { ToldForm } from "./told-form";

/** A deal with the lead itself, in the kinds that this trade sells. */
export function SellForm({ lead, kinds, currency, action }: SellFormProps) {
  const t = useTranslations();
  const hasMonthly = kinds.some((kind) => AMOUNT_PER[kind] === "month");
  return (
    <ToldForm action={action} told={t("leads.dealTold", { n: lead.name ?? "" })} submit={t("leads.recordDealDo")}>
      <input type="hidden" name="id" value={lead.id} />
      <input type="hidden" name="version" value={lead.version} />
      <SelectField
        name="kind"
        label={t("leads.dealKind")}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.deal.${kind}`) }))}
        defaultValue={kinds[0]}
      />
      <AmountFields label={t("terms.amount")} money={lead} currency={currency} />
      {hasMonthly ? (
        <TextField
          name="termMonths"
          label={t("leads.termMonths")}
          hint={t("leads.termHint")}
          optional
          inputMode="numeric"
          className="max-w-xs"
        />
      ) : null}
      <DayField name="signedOn" label={t("leads.signedOn")} />
    </ToldForm>
  );
}

type SellFormProps = {
  readonly lead: ShownLead;
  readonly kinds: readonly DealKind[];
  readonly currency: string;
  readonly action: FormAction<{ dealId: DealId }>;
};
