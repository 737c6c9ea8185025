import { minorDigits } from "@/lib/domain/input/currency";
import type { Amount } from "./format";
import type { Locale } from "./locale";

/** A date as a field of a form takes it back: «23.11.2026» · "23/11/2026". */
export function typedDate(isoDate: string | null, locale: Locale): string {
  if (isoDate === null) return "";
  return isoDate
    .split("-")
    .toReversed()
    .join(locale === "nb" ? "." : "/");
}

/** An amount as a field takes it back, without groups: «125000» · «125000,50». */
export function typedAmount(amount: Amount | null, locale: Locale): string {
  if (amount === null) return "";
  const digits = minorDigits(amount.currency);
  const whole = Math.trunc(amount.minor / 10 ** digits);
  const rest = amount.minor % 10 ** digits;
  return rest === 0 ? `${whole}` : `${whole}${locale === "nb" ? "," : "."}${String(rest).padStart(digits, "0")}`;
}
