import { useLocale, useTranslations } from "next-intl";
import { TrendFigure } from "@/components/charts/trend";
import { formatFor } from "@/lib/i18n/format";
import type { LoadedProps } from "./block-props";
import { usePeriodText } from "./period-text";
import { RatesTable } from "./rates-table";

/** The three rates over time. */
export function TrendBlock({ slug, report: { query, months, total } }: LoadedProps<"trend">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = usePeriodText(query);
  return (
    <TrendFigure
      {...{ period, basis: query.basis, months }}
      table={
        <RatesTable
          {...{ slug, title: t("report.months"), rowLabel: t("period.label"), rows: months, total }}
          nameOf={({ key }) => (key === null ? t("report.noMonth") : format.month(key))}
        />
      }
    />
  );
}
