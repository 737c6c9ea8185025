import { useLocale, useTranslations } from "next-intl";
import { Headline } from "@/components/report/headline";
import { RATE_MARKS, rateNameKey } from "@/components/report/rate-marks";
import { RatePanel } from "@/components/report/rate-panel";
import { Card } from "@/components/ui/card";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { asReport, HELD_AGAINST_NOTHING, isShown } from "./as-rows";
import { ShownFraction } from "./shown-count";

const PANELS = ["leadConversionRate", "opportunityConversionRate"] as const;

/** The report in one sentence and its two rates; a rate of counts that are not shown says only that. */
export function SharedRates({ shared }: { readonly shared: SharedReport }) {
  const report = asReport(shared);
  const { rates, open } = shared.total;
  return (
    <>
      {PANELS.every((name) => isShown(rates[name])) ? <Headline report={report} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        {PANELS.map((name) =>
          isShown(rates[name]) && open?.[name] !== "hidden" ? (
            <RatePanel key={name} {...{ slug: null, report, name, held: HELD_AGAINST_NOTHING }} />
          ) : (
            <PartlyShown key={name} {...{ shared, name }} />
          ),
        )}
      </div>
    </>
  );
}

function PartlyShown({ shared, name }: { readonly shared: SharedReport; readonly name: (typeof PANELS)[number] }) {
  const t = useTranslations();
  const { definitions, query, total } = asReport(shared);
  const rate = shared.total.rates[name];
  const mark = RATE_MARKS[name];
  return (
    <Card aria-labelledby={`rate-${name}`} className="grid content-start gap-3 sm:p-6">
      <h2 id={`rate-${name}`} className="flex items-baseline gap-2 font-semibold">
        <span aria-hidden className={mark.text}>
          {mark.sign}
        </span>
        {t(`rates.${rateNameKey(name, query.basis)}`)}
      </h2>
      <Value rate={isShown(rate) ? total.rates[name] : null}>
        <ShownFraction rate={rate} />
      </Value>
      {query.basis === "start" ? <p>{t("report.stillOpen", { n: t("evidence.hidden") })}</p> : null}
      <p className="max-w-prose border-t border-grid pt-3 text-sm text-muted">
        {t(`def.${definitions[name]}`)}
        {name === "leadConversionRate" ? ` ${t("def.converted", { c: query.leadConvertsAt })}.` : null}
      </p>
    </Card>
  );
}

/** The rate where it is shown; its counts either way. */
function Value({ rate, children }: { readonly rate: Rate | null; readonly children: React.ReactNode }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const text = rate === null ? null : rateText(rate, format);
  if (text?.kind !== "percent") return <p className="text-[1.75rem] leading-11 font-semibold">{children}</p>;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-[2.5rem] leading-11 font-semibold tracking-tight">{text.value}</span>
        <span className="text-lg">{children}</span>
      </p>
      <p className="text-muted">{t("evidence.range", { lo: text.lo, hi: text.hi })}</p>
    </>
  );
}
