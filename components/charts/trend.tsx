import { useLocale, useTranslations } from "next-intl";
import type { Basis } from "@/lib/domain/metrics/parts";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { type Format, formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Figure } from "./figure";
import { STEP_MARKS } from "./marks";
import { scaleOf } from "./scale";
import { TrendAxis } from "./trend-axis";
import { type IsUnseen, TrendPanel } from "./trend-panel";
import { type Compared, halvesOf, type Trend, TREND_RATES, trendOf } from "@/lib/domain/metrics/trend-points";

/** The three rates over time, each in its own panel and all on one scale; the table holds every month. */
export function TrendFigure({ months, compared, ...shown }: TrendFigureProps) {
  return <TrendDrawing {...shown} trend={trendOf(months, compared)} />;
}

/** The same of months or quarters that are put together already. */
export function TrendDrawing({ period, basis, trend, comparedWith, table, partly }: TrendDrawingProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  if (trend.points.length < 2) return null;
  const scale = scaleOf(
    [...trend.points, ...trend.before.flatMap((point) => point ?? [])].flatMap(({ rates }) =>
      TREND_RATES.map((name) => rates[name]),
    ),
    "value",
  );
  const names = {
    leadConversionRate: t("rates.lead"),
    qualificationRate: t("rates.qualification"),
    opportunityConversionRate: t(basis === "decision" ? "rates.win" : "rates.opportunity"),
  };
  return (
    <Figure
      finding={partly?.finding ?? <Finding trend={trend} format={format} />}
      subtitle={t(basis === "start" ? "figures.trend.subtitleStart" : "figures.trend.subtitleDecision", { period })}
      note={<Notes {...{ trend, format, comparedWith, partly }} />}
      table={table}
    >
      <div className="grid gap-2">
        {TREND_RATES.map((name) => (
          <TrendPanel
            key={name}
            {...{ trend, scale, format, name }}
            mark={TREND_MARKS[name]}
            isUnseen={partly?.isUnseen ?? allSeen}
          >
            {names[name]}
          </TrendPanel>
        ))}
        <TrendAxis {...{ trend, format }} />
      </div>
    </Figure>
  );
}

interface TrendDrawingProps {
  /** In words. */
  readonly period: string;
  readonly basis: Basis;
  readonly trend: Trend;
  /** What the earlier points are called. */
  readonly comparedWith: string;
  readonly table: React.ReactNode;
  /** Where a reader is not told every point: no sentence is made of those that are left. */
  readonly partly?: PartlySeen;
}

interface PartlySeen {
  readonly isUnseen: IsUnseen;
  readonly finding: string;
  /** What the dots mean. */
  readonly note: string;
}

function allSeen(): boolean {
  return false;
}

interface TrendFigureProps extends Omit<TrendDrawingProps, "trend"> {
  readonly months: readonly ReportRow[];
  /** The months compared with. */
  readonly compared: Compared;
}

const TREND_MARKS = {
  leadConversionRate: STEP_MARKS.whole,
  qualificationRate: STEP_MARKS.step1,
  opportunityConversionRate: STEP_MARKS.step2,
} as const;

interface Told {
  readonly trend: Trend;
  readonly format: Format;
}

function Finding({ trend, format }: Told) {
  const t = useTranslations("figures.trend");
  const { before, after, comparison } = halvesOf(trend);
  const [p, v] = [rateText(before, format).value, rateText(after, format).value];
  switch (comparison.verdict) {
    case "none":
      return t("few");
    case "unclear":
      return t("same");
    case "clear":
      return t("moved", { dir: comparison.direction, p, v });
  }
}

function Notes({ trend, format, comparedWith, partly }: Told & NotesProps) {
  const t = useTranslations();
  const young = trend.points.find(({ rates }) => TREND_RATES.some((name) => rates[name].preliminary));
  const isThin = trend.points.some(({ rates }) => TREND_RATES.some((name) => rates[name].evidence === "thin"));
  return (
    <p>
      {partly?.note ?? t("figures.trend.halves")}
      {trend.before.every((point) => point === null) ? null : ` ${t("figures.trend.before", { cmp: comparedWith })}`}
      {trend.unit === "quarter" ? ` ${t("figures.trend.merged")}` : null}
      {isThin ? ` ${t("figures.trend.thin")}` : null}
      {young ? ` ${t("figures.trend.hollow", { m: pointName(young.key, trend.unit, format, t) })}` : null}
    </p>
  );
}

interface NotesProps {
  readonly comparedWith: string;
  readonly partly: PartlySeen | undefined;
}

/** «mars 2026» or «2. kvartal 2026». */
function pointName(
  key: string,
  unit: Trend["unit"],
  format: Format,
  t: ReturnType<typeof useTranslations<never>>,
): string {
  if (unit === "month") return format.month(key);
  return t("figures.trend.quarterOf", { q: key.slice(-1), y: key.slice(0, 4) });
}
