import { useLocale, useTranslations } from "next-intl";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { headlineKey } from "./headline-key";

/** The report in one sentence. */
export function Headline({ report: { query, total } }: { readonly report: Report }) {
  const t = useTranslations("findings");
  const format = formatFor(useLocale());
  const key = headlineKey(total.rates, query.basis);
  if (key === null) return null;
  const lead = rateText(total.rates.leadConversionRate, format);
  const opportunity = rateText(total.rates.opportunityConversionRate, format);
  const { k, n } = key === "fewOpp" ? opportunity : lead;
  return (
    <p className="max-w-4xl text-[1.375rem] leading-8 font-semibold tracking-tight text-balance sm:text-[1.625rem]">
      {t(key, { lead: lead.value, opp: opportunity.value, c: query.leadConvertsAt, k, n })}
    </p>
  );
}
