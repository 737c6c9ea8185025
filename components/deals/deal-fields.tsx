import { useTranslations } from "next-intl";
import { AmountFields, type KnownMoney } from "@/components/leads/amount-fields";
import { DayField } from "@/components/leads/day-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { AMOUNT_PER, type DealKind } from "@/lib/domain/deals/deal";

/** What is asked of a signed deal, in the kinds that this trade sells; the expected value is suggested. */
export function DealFields({ kinds, money, currency }: DealFieldsProps) {
  const t = useTranslations();
  const hasMonthly = kinds.some((kind) => AMOUNT_PER[kind] === "month");
  return (
    <>
      <SelectField
        name="kind"
        label={t("leads.dealKind")}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.deal.${kind}`) }))}
        defaultValue={kinds[0]}
      />
      <AmountFields label={t("terms.amount")} money={money} currency={currency} />
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
    </>
  );
}

type DealFieldsProps = {
  readonly kinds: readonly DealKind[];
  readonly money: KnownMoney;
  readonly currency: string;
};
