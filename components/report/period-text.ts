import { useLocale, useTranslations } from "next-intl";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays } from "@/lib/domain/period";
import { type Format, formatFor } from "@/lib/i18n/format";

/** The first and last day of the period as written; `null` of everything. */
export function periodText({ period }: ReportQuery, format: Format): string | null {
  return period === null ? null : format.dateRangeWithYear(period.from, addDays(period.to, -1));
}

/** The same, and what everything is called. */
export function usePeriodText(query: ReportQuery): string {
  const t = useTranslations("report");
  return periodText(query, formatFor(useLocale())) ?? t("everything");
}
