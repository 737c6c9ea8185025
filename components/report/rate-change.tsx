import { useLocale, useTranslations } from "next-intl";
import type { Before } from "@/lib/domain/diagnosis/report-findings";
import { compareRates } from "@/lib/domain/metrics/compare";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import type { RateName } from "./fraction";

/** How a rate stands to the period compared with; an arrow only where the change is clear, and nothing where none can be told. */
export function RateChange({ rate, before, name }: RateChangeProps) {
  const t = useTranslations("evidence");
  const format = formatFor(useLocale());
  const comparison = compareRates(rate, before.total[name]);
  const cmp = t(before.compare === "year" ? "base.year" : "base.previous");
  switch (comparison.verdict) {
    case "none":
      return null;
    case "unclear":
      return <p className="text-muted">{t("unclearFrom", { cmp })}</p>;
    case "clear":
      return (
        <p>
          {t("delta", {
            sign: comparison.direction === "above" ? "▲" : "▼",
            x: format.signedPoints(comparison.difference),
            cmp,
          })}
        </p>
      );
  }
}

interface RateChangeProps {
  readonly rate: Rate;
  readonly before: Before;
  readonly name: RateName;
}
