import { useLocale, useTranslations } from "next-intl";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import { displayRate } from "@/lib/domain/metrics/display";
import { needsReconciling } from "@/lib/domain/metrics/strip";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** How the steps make the whole way, and why step 2 may be another number than the opportunity conversion rate. */
export function StripNotes({ rates, whole }: { readonly rates: Rates; readonly whole: Rate }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { qualificationRate: step1, step2, direct, opportunityConversionRate: opportunities } = rates;
  if (step2 === null || direct === null) return null;
  const [a, b, d] = [step1, step2, direct].map((rate) => rateText(rate, format));
  const customers = displayRate(whole);
  const n = ({ hits, trials }: Rate) => [format.count(hits), format.count(trials)] as const;
  const [[k1, n1], [k2, n2]] = [n(step2), n(opportunities)];
  return (
    <>
      {a?.kind === "percent" && b?.kind === "percent" && customers.kind === "percent" ? (
        <p className="text-base text-fg">
          {t("findings.chain", {
            c: format.percentNumber(customers.percent),
            a: a.value,
            b: b.value,
            d: direct.hits === 0 || d === undefined ? "none" : d.value,
          })}
        </p>
      ) : null}
      {needsReconciling(step2, opportunities) ? <p>{t("def.reconcile", { k1, n1, k2, n2 })}</p> : null}
    </>
  );
}
