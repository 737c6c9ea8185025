import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { TableCell } from "@/components/ui/table";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Fraction, type RateName } from "./fraction";

/** A rate in a table: per cent over its counts, with its range; counts alone where they are too few, and a dash for none. */
export function RateCell({ slug, query, name, rate }: RateCellProps) {
  const t = useTranslations();
  const text = rateText(rate, formatFor(useLocale()));
  const fraction = <Fraction {...{ slug, query, name, rate }} />;
  if (text.kind !== "percent") return <TableCell numeric>{text.kind === "none" ? text.value : fraction}</TableCell>;
  return (
    <TableCell numeric className="relative">
      <span className={cx("block text-[1.0625rem]", rate.evidence === "thin" ? "text-muted" : "font-semibold")}>
        {text.value}
      </span>
      <span className="block font-normal">{fraction}</span>
      <span className="figure-aside">{t("report.rangeShort", { lo: text.lo, hi: text.hi })}</span>
      {rate.evidence === "thin" ? <span className="sr-only">{t("evidence.thin")}</span> : null}
    </TableCell>
  );
}

interface RateCellProps {
  readonly slug: string | null;
  readonly query: ReportQuery | null;
  readonly name: RateName;
  readonly rate: Rate;
}
