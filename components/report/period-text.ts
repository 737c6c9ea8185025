import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays } from "@/lib/domain/period";
import type { Format } from "@/lib/i18n/format";

/** The first and last day of the period as written; `null` of everything. */
export function periodText({ period }: ReportQuery, format: Format): string | null {
  return period === null ? null : format.dateRangeWithYear(period.from, addDays(period.to, -1));
}
