import { useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { TrendDrawing } from "@/components/charts/trend";
import { usePeriodText } from "@/components/report/period-text";
import { TREND_RATES, type TrendRate } from "@/lib/domain/metrics/trend-points";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { areShown, asReport, asRow, isShown } from "./as-rows";
import { SharedRatesTable } from "./shared-rates-table";

/** The three rates over time; where one is not shown its place is dotted. */
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
  const dated = rows.filter(({ name }) => name !== null);
  // A scale of nothing says nothing.
  if (!dated.some(({ rates }) => TREND_RATES.some((name) => isShown(rates[name])))) {
    return (
      <Figure finding={t("blocks.trend")} subtitle={t("report.monthsStart")} note={<p>{t("shared.noDrawing")}</p>}>
        {table}
      </Figure>
    );
  }
  const points = dated.map((row) => ({ key: row.name ?? "", rates: asRow(row).rates }));
  const ratesOf = new Map(dated.map(({ name, rates }) => [name, rates]));
  const isUnseen = ({ key }: { readonly key: string }, name: TrendRate) => !isShown(ratesOf.get(key)?.[name] ?? null);
  const partly = { isUnseen, finding: t("blocks.trend"), note: t("shared.unseen") };
  return (
    <TrendDrawing
      {...{ period, basis: shared.basis, table, comparedWith: "" }}
      {...(areShown(dated) ? {} : { partly })}
      trend={{ unit, points, before: points.map(() => null) }}
    />
  );
}
