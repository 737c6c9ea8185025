import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { THIN_COLOUR } from "@/components/charts/marks";
import { TargetWords } from "@/components/charts/target-words";
import { Card } from "@/components/ui/card";
import type { Aim, Held } from "@/lib/domain/diagnosis/report-findings";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { CountedLink } from "./counted-link";
import { Fraction, type RateName } from "./fraction";
import { RateChange } from "./rate-change";
import { RangeMark } from "./range-mark";
import { RATE_MARKS, rateNameKey } from "./rate-marks";

/** One rate with all that makes it believable: its counts, its range, what is still open, and what it means. */
export function RatePanel({ slug, report, name, held: { before, targetOf } }: RatePanelProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { query, total, definitions } = report;
  const rate = total.rates[name];
  const text = rateText(rate, format);
  const mark = RATE_MARKS[name];
  const target = query.basis === "start" ? targetOf(null, name) : null;
  const isThin = rate.evidence === "thin";
  return (
    <Card aria-labelledby={`rate-${name}`} className="grid content-start gap-3">
      <h2 id={`rate-${name}`} className="flex items-baseline gap-2 font-semibold">
        <span aria-hidden className={mark.text}>
          {mark.sign}
        </span>
        {t(`rates.${rateNameKey(name, query.basis)}`)}
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {text.kind === "counts" ? null : (
          <span className={cx("text-[2.5rem] leading-11 font-semibold tracking-tight", isThin && "text-muted")}>
            {text.value}
          </span>
        )}
        {text.kind === "none" ? null : (
          <span className={text.kind === "counts" ? "text-[1.75rem] leading-11 font-semibold" : "text-lg"}>
            <Fraction {...{ slug, query, name, rate }} />
          </span>
        )}
      </p>
      {text.kind === "percent" ? (
        <div className="grid gap-1.5">
          <RangeMark {...{ rate, target }} shape={mark.shape} colour={isThin ? THIN_COLOUR : mark} />
          <p className="text-muted">{t("evidence.range", { lo: text.lo, hi: text.hi })}</p>
        </div>
      ) : null}
      {target === null ? null : (
        <p>
          <TargetWords {...{ rate, target }} />
        </p>
      )}
      {before === null ? null : <RateChange {...{ rate, before, name }} />}
      {rate.evidence === "few" || isThin ? <p className="text-muted">{t(`evidence.${rate.evidence}`)}</p> : null}
      {query.basis === "start" && rate.trials > 0 ? (
        <p>
          <CountedLink slug={slug} query={query} counted={`${name}.open`} count={rate.open}>
            {t("report.stillOpen", { n: format.count(rate.open) })}
          </CountedLink>
        </p>
      ) : null}
      <p className="max-w-prose border-t border-grid pt-3 text-sm text-muted">
        {t(`def.${definitions[name]}`)}
        {name === "leadConversionRate" ? ` ${t("def.converted", { c: query.leadConvertsAt })}.` : null}
      </p>
    </Card>
  );
}

interface RatePanelProps {
  readonly slug: string | null;
  readonly report: Report;
  readonly name: RateName & Aim;
  readonly held: Held;
}
