"use client";

import { useTranslations } from "next-intl";
import type { Strip } from "@/lib/domain/metrics/strip";
import type { Format } from "@/lib/i18n/format";
import { type RateText, rateText } from "@/lib/i18n/rate-text";

/** The two rates, each of its own whole, with nothing between them that could be taken for a sum. */
export function CounterRates({ strip, format }: { readonly strip: Strip; readonly format: Format }) {
  const t = useTranslations("counter");
  return (
    <div aria-live="polite" className="grid gap-3 sm:grid-cols-2">
      <RatePanel mark="■" markClass="text-fg" name={t("leadRate")} text={rateText(strip.customers, format)} />
      <RatePanel mark="◆" markClass="text-opp" name={t("oppRate")} text={rateText(strip.step2, format)} />
    </div>
  );
}

function RatePanel({ mark, markClass, name, text }: RatePanelProps) {
  const t = useTranslations("counter");
  return (
    <div className="rounded-card border border-line p-4">
      <p className="flex items-baseline gap-1.5 text-sm font-medium">
        <span aria-hidden className={markClass}>
          {mark}
        </span>
        {name}
      </p>
      <p className="mt-1 text-[2.5rem] leading-12 font-semibold tracking-tight">{text.value}</p>
      <p className="text-sm text-muted">{t("fraction", { k: text.k, n: text.n })}</p>
      <p className="text-sm text-muted">
        {text.kind === "percent" ? t("range", { lo: text.lo, hi: text.hi }) : t("few")}
      </p>
    </div>
  );
}

type RatePanelProps = {
  readonly mark: string;
  readonly markClass: string;
  readonly name: string;
  readonly text: RateText;
};
