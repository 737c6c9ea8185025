import { useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { TrendDrawing } from "@/components/charts/trend";
import { usePeriodText } from "@/components/report/period-text";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { areShown, asReport, asRow } from "./as-rows";
import { SharedRatesTable } from "./shared-rates-table";

/** The three rates over time; only as a table where any month has a count that is not shown. */
export function SharedTrend({ shared }: { readonly shared: SharedReport }) {
  const t = useTranslations();
  const period = usePeriodText(asReport(shared).query);
  if (shared.trend === null) return null;
  const { unit, rows } = shared.trend;
  const table = (
    <SharedRatesTable
      {...{ shared, title: t("report.months"), rowLabel: t("period.label"), rows, isTime: true }}
      none={t("report.noMonth")}
    />
  );
  if (!areShown(rows)) {
    return (
      <Figure finding={t("blocks.trend")} subtitle={t("report.monthsStart")} note={<p>{t("shared.noDrawing")}</p>}>
        {table}
      </Figure>
    );
  }
  const points = rows.flatMap((row) => (row.name === null ? [] : [{ key: row.name, rates: asRow(row).rates }]));
  return (
    <TrendDrawing
      {...{ period, basis: shared.basis, table, comparedWith: "" }}
      trend={{ unit, points, before: points.map(() => null) }}
    />
  );
}
