import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Report } from "@/lib/domain/metrics/report";
import { needsReconciling, stripOf } from "@/lib/domain/metrics/strip";
import { type Format, formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** How the two rates hang together, in words: by start date a product of two steps, by decision date nothing of the kind. */
export function BetweenRates({ report }: { readonly report: Report }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { step2, opportunityConversionRate: opportunity } = report.total.rates;
  const chain = chainOf(report, format);
  return (
    <Card className="grid content-start gap-3 sm:p-6">
      <CardTitle>{t("report.between")}</CardTitle>
      {chain === null ? null : <p className="text-lg leading-7">{t("findings.chain", chain)}</p>}
      {step2 !== null && needsReconciling(step2, opportunity) ? (
        <p>
          {t("def.reconcile", {
            k1: format.count(step2.hits),
            n1: format.count(step2.trials),
            k2: format.count(opportunity.hits),
            n2: format.count(opportunity.trials),
          })}
        </p>
      ) : null}
      <p className="max-w-prose text-sm text-muted">{t(step2 === null ? "def.noProduct" : "def.diff")}</p>
    </Card>
  );
}

/** Silent where a step has too few for a rate. */
function chainOf({ total: { parts } }: Report, format: Format) {
  const { total, qualified, customers, direct } = parts.leads;
  if (total === null) return null;
  const strip = stripOf({ leads: total, qualified, customersQualified: customers - direct, direct });
  const text = (rate: Rate) => rateText(rate, format);
  const [whole, first, second] = [text(strip.customers), text(strip.step1), text(strip.step2)];
  if (whole.kind !== "percent" || first.kind !== "percent" || second.kind !== "percent") return null;
  const c = whole.value.replace(/\s?%$/u, "");
  return { c, a: first.value, b: second.value, d: direct === 0 ? "none" : text(strip.direct).value };
}
