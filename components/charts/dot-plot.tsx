import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { type Step, STEPS, stepRate } from "@/lib/domain/metrics/channel-cells";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { type Format, formatFor } from "@/lib/i18n/format";
import { DotPlotAxis } from "./dot-plot-axis";
import { DotPlotCell, type Fractions, type IsUnseen, plainFraction, WholeCell } from "./dot-plot-cell";
import { type DotPlotRow, dotPlotRows, largestDifference } from "./dot-plot-rows";
import { Figure } from "./figure";
import { STEP_MARKS } from "./marks";
import { type Scale, scaleOf } from "./scale";

/**
 * The channels of a report, ranked, both steps side by side on one scale. It is a table: every mark has its number beside it,
 * and no line joins the two, which would draw a difference that means nothing.
 */
export function DotPlot({
  period,
  channels,
  total,
  basis,
  nameOf,
  fraction = plainFraction,
  targetOf = noTarget,
  folded,
  isPair = false,
  partly,
}: DotPlotProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const ranked = partly ? asGiven(channels) : dotPlotRows(channels, (a, b) => a.localeCompare(b, format.locale));
  const rows = isPair ? pairOf(ranked, total) : ranked;
  const shown = isPair ? channels : [...channels, total];
  const drawn = shown.flatMap(({ rates }) => STEPS.map((step) => stepRate(rates, step)));
  const targets = shown.flatMap((row) => STEPS.flatMap((step) => targetOf(row, step) ?? []));
  const isUnseen = partly?.isUnseen ?? allSeen;
  const cells = { all: total, scale: scaleOf(drawn, "high", targets), fraction, basis, targetOf, isUnseen };
  return (
    <Figure
      finding={partly?.finding ?? <Finding {...{ rows, basis }} />}
      subtitle={
        partly?.subtitle ??
        t(isPair ? "figures.channels.pair" : "figures.channels.subtitle", {
          period,
          n: total.rates.qualificationRate.trials,
        })
      }
      note={
        <p>
          {t("figures.channels.note")} {t("def.range")} {partly?.note ?? `${t("findings.order")}.`}
          {targets.length === 0 ? null : ` ${t("evidence.targetMark")}`}
        </p>
      }
      table={folded}
      tableTitle={t("report.campaigns")}
    >
      <table className="w-full border-collapse text-left max-md:block">
        <Head {...{ basis, format }} scale={cells.scale} />
        <tbody className="max-md:block">
          {rows.map((each) => (
            <Row key={each.row.key ?? "none"} {...each} {...cells}>
              {nameOf(each.row)}
            </Row>
          ))}
          {isPair ? null : (
            <Row row={total} differs={SAME} isRanked isTotal {...cells}>
              {t("terms.all")}
            </Row>
          )}
        </tbody>
      </table>
    </Figure>
  );
}

type RowTarget = (row: ReportRow, step: Step) => number | null;

function noTarget(): null {
  return null;
}

interface DotPlotProps {
  /** In words. */
  readonly period: string;
  readonly channels: readonly ReportRow[];
  readonly total: ReportRow;
  readonly basis: "start" | "decision";
  readonly nameOf: (row: ReportRow) => React.ReactNode;
  readonly fraction?: Fractions | undefined;
  /** A row's own, 0–1. */
  readonly targetOf?: RowTarget;
  /** One channel and the rest: there is no whole to draw beside them. */
  readonly isPair?: boolean;
  /** Their campaigns. */
  readonly folded?: React.ReactNode;
  /** Where a reader is not told every rate: the rows stay in the order given, and nothing is said of what stands out. */
  readonly partly?: PartlySeen | undefined;
}

interface PartlySeen {
  readonly isUnseen: IsUnseen;
  readonly finding: string;
  readonly subtitle: string;
  /** What the dots mean. */
  readonly note: string;
}

function allSeen(): boolean {
  return false;
}

function asGiven(channels: readonly ReportRow[]): readonly DotPlotRow[] {
  return channels.map((row) => ({ row, isRanked: true, differs: SAME }));
}

/** The channel first, and of the rest nothing is said: it is what the channel is held against. */
function pairOf(rows: readonly DotPlotRow[], { key }: ReportRow): readonly DotPlotRow[] {
  const own = rows.filter(({ row }) => row.key === key);
  return [...own, ...rows.filter(({ row }) => row.key !== key).map((each) => ({ ...each, differs: SAME }))];
}

const SAME = { step1: { verdict: "none" }, step2: { verdict: "none" } } as const;

function Finding({ rows, basis }: { readonly rows: readonly DotPlotRow[]; readonly basis: DotPlotProps["basis"] }) {
  const t = useTranslations("figures.channels");
  const largest = largestDifference(rows);
  if (largest === null) return t(rows.filter(({ isRanked }) => isRanked).length < 2 ? "few" : "same");
  const { row, step, direction } = largest;
  return t(step === "step2" && basis === "decision" ? "win" : step, { ch: row.name ?? "", dir: direction });
}

function Head({
  basis,
  scale,
  format,
}: Pick<DotPlotProps, "basis"> & { readonly scale: Scale; readonly format: Format }) {
  const t = useTranslations();
  const names = { step1: t("rates.qualificationShort"), step2: t(secondStep(basis)) };
  return (
    <thead className="max-md:block">
      <tr className="align-bottom text-sm text-muted max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-1">
        <th scope="col" className="pr-4 pb-2 font-medium md:w-1/5 print:w-[17%]">
          {t("terms.channel")}
        </th>
        {STEPS.map((step) => (
          <th
            key={step}

            scope="col"
            className="pb-1 font-medium max-md:col-span-full md:px-4 print:px-1.5"
          >
            <span aria-hidden className={STEP_MARKS[step].text}>
              {STEP_MARKS[step].sign}{" "}
            </span>
            {names[step]}
            <DotPlotAxis {...{ scale, format }} className={step === "step1" ? "max-md:hidden" : ""} />
          </th>
        ))}
        <th
          scope="col"
          className="font-medium max-md:col-start-2 max-md:row-start-1 whitespace-nowrap md:w-32 md:pb-2 md:pl-4 print:w-20 print:pl-2 print:whitespace-normal md:text-right"
        >
          <span aria-hidden className={STEP_MARKS.whole.text}>
            {STEP_MARKS.whole.sign}{" "}
          </span>
          {t("rates.leadShort")}
        </th>
      </tr>
    </thead>
  );
}

function secondStep(basis: DotPlotProps["basis"]) {
  return basis === "start" ? "rates.stepTwoShort" : "rates.win";
}

function Row({ row, isTotal = false, all, basis, targetOf, children, ...cell }: RowProps) {
  return (
    <tr
      className={cx(
        "border-t border-grid max-md:grid max-md:grid-cols-[1fr_auto] max-md:py-3",
        isTotal && "border-t-2 border-line font-semibold",
      )}
    >
      <th scope="row" className={cx("pr-4 md:py-2", isTotal ? "font-semibold" : "font-medium")}>
        {children}
      </th>
      {STEPS.map((step) => (
        <DotPlotCell
          key={step}
          {...cell}
          {...{ row, step }}
          all={stepRate(all.rates, step)}
          target={targetOf(row, step)}
          differs={cell.differs[step]}
          counted={step === "step1" ? "qualificationRate" : basis === "start" ? "step2" : "opportunityConversionRate"}
        />
      ))}
      <WholeCell row={row} fraction={cell.fraction} isUnseen={cell.isUnseen} />
    </tr>
  );
}

type RowProps = DotPlotRow & {
  readonly isTotal?: boolean;
  readonly all: ReportRow;
  readonly scale: Scale;
  readonly fraction: Fractions;
  readonly basis: DotPlotProps["basis"];
  readonly targetOf: RowTarget;
  readonly isUnseen: IsUnseen;
  readonly children: React.ReactNode;
};
