import { useLocale, useTranslations } from "next-intl";
import { TrendFigure } from "@/components/charts/trend";
import { formatFor } from "@/lib/i18n/format";
import type { LoadedProps } from "./block-props";
import { usePeriodText } from "./period-text";
import { RatesTable } from "./rates-table";

/** The three rates over time. */
export function TrendBlock({ slug, report: { query, months, total }, held, data }: LoadedProps<"trend">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = usePeriodText(query);
  return (
    <TrendFigure
      {...{ period, basis: query.basis, months }}
      compared={{
        months: data,
        monthsEarlier: monthsBetween(held.before?.comparison.previous.from, query.period?.from),
      }}
      comparedWith={t(held.before?.compare === "year" ? "evidence.base.year" : "evidence.base.previous")}
      table={
        <RatesTable
          {...{ slug, title: t("report.months"), rowLabel: t("period.label"), rows: months, total }}
          nameOf={({ key }) => (key === null ? t("report.noMonth") : format.month(key))}
        />
      }
    />
  );
}

function monthsBetween(earlier: string | undefined, later: string | undefined): number {
  if (earlier === undefined || later === undefined) return 0;
  const place = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  return place(later) - place(earlier);
}
