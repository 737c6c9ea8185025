import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { CURRENCIES, minorDigits } from "@/lib/domain/input/currency";
import { formatFor } from "@/lib/i18n/format";

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

export interface KnownMoney {
  readonly expectedMinor: number | null;
  readonly currency: string | null;
}
