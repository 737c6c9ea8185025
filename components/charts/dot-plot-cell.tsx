import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { Step } from "@/lib/domain/metrics/channel-cells";
import { stepRate } from "@/lib/domain/metrics/channel-cells";
import type { Comparison } from "@/lib/domain/metrics/compare";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Dots } from "./segment-bar";
import { RangeDot } from "./range-dot";
import { isDrawn, type Scale } from "./scale";
import { TargetWords } from "./target-words";

export type CountedRate = "leadConversionRate" | "qualificationRate" | "step2" | "opportunityConversionRate";

/** «24 av 120» of one rate of a row: as links to the records where there are some to open. */
export type Fractions = (row: ReportRow, name: CountedRate, rate: Rate) => React.ReactNode;

export const plainFraction: Fractions = (_, __, rate) => <PlainFraction rate={rate} />;

/** A mark and its number; a clear difference from the rest is a word. */
export function DotPlotCell({ row, step, fraction, counted, isUnseen, ...drawn }: DotPlotCellProps) {
  const t = useTranslations("evidence");
  const { all, target, scale, differs, isRanked } = drawn;
  const rate = stepRate(row.rates, step);
  if (isUnseen(row, counted)) return <UnseenCell>{fraction(row, counted, rate)}</UnseenCell>;
  return (
    <td className="max-md:col-span-full md:px-4 md:py-1 print:px-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-3 print:grid-cols-[minmax(0,1fr)_4.5rem] print:gap-x-2">
        <RangeDot {...{ rate, all, target, scale, step }} />
        <RateNumber rate={rate}>{fraction(row, counted, rate)}</RateNumber>
        <Verdict {...{ rate, differs }} />
        {target === null ? null : (
          <Words>
            <TargetWords {...{ rate, target }} />
          </Words>
        )}
      </div>
      {isRanked || !isDrawn(rate) ? null : <span className="sr-only">{t("thin")}</span>}
    </td>
  );
}

interface DotPlotCellProps {
  readonly row: ReportRow;
  readonly step: Step;
  readonly all: Rate;
  readonly target: number | null;
  readonly scale: Scale;
  readonly differs: Comparison;
  readonly isRanked: boolean;
  readonly fraction: Fractions;
  readonly counted: CountedRate;
  readonly isUnseen: IsUnseen;
}

/** Whether a reader is not told this rate of this row. */
export type IsUnseen = (row: ReportRow, name: CountedRate) => boolean;

/** As wide as the scale: where it would have stood is told neither. */
function UnseenCell({ children }: { readonly children: React.ReactNode }) {
  const dots = useId();
  return (
    <td className="max-md:col-span-full md:px-4 md:py-1 print:px-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-3 print:grid-cols-[minmax(0,1fr)_4.5rem] print:gap-x-2">
        <svg aria-hidden width="100%" height="44" className="block">
          <Dots id={dots} />
          <rect y="12" width="100%" height="20" fill={`url(#${dots})`} />
        </svg>
        <div className="text-right text-sm font-normal text-balance">{children}</div>
      </div>
    </td>
  );
}

/** The whole way, as plain numbers. */
export function WholeCell({ row, fraction, isUnseen }: WholeCellProps) {
  const rate = row.rates.leadConversionRate;
  const counts = fraction(row, "leadConversionRate", rate);
  return (
    <td className="max-md:col-start-2 max-md:row-start-1 md:py-2 md:pl-4 print:pl-2">
      {isUnseen(row, "leadConversionRate") ? (
        <div className="text-right text-sm font-normal">{counts}</div>
      ) : (
        <RateNumber rate={rate}>{counts}</RateNumber>
      )}
    </td>
  );
}

interface WholeCellProps {
  readonly row: ReportRow;
  readonly fraction: Fractions;
  readonly isUnseen: IsUnseen;
}

function RateNumber({ rate, children }: { readonly rate: Rate; readonly children: React.ReactNode }) {
  const t = useTranslations("evidence");
  const text = rateText(rate, formatFor(useLocale()));
  return (
    <div className="text-right">
      {text.kind === "counts" ? null : (
        <span className={cx("block", rate.evidence === "thin" ? "font-normal text-muted" : "font-semibold")}>
          {text.value}
        </span>
      )}
      {text.kind === "none" ? null : (
        <span className={cx("block font-normal whitespace-nowrap", text.kind === "percent" && "text-sm text-muted")}>
          {children}
        </span>
      )}
      {text.kind === "percent" ? <span className="sr-only">{t("range", { lo: text.lo, hi: text.hi })}</span> : null}
    </div>
  );
}

function Verdict({ rate, differs }: { readonly rate: Rate; readonly differs: Comparison }) {
  const t = useTranslations("evidence");
  if (rate.preliminary && isDrawn(rate)) return <Words>{t("prelimShort")}</Words>;
  if (differs.verdict !== "clear") return null;
  return <Words>{t("clear", { dir: differs.direction === "above" ? "up" : "down", base: t("base.rest") })}</Words>;
}

function Words({ children }: { readonly children: React.ReactNode }) {
  return <span className="col-span-full pb-1 text-sm font-normal">{children}</span>;
}

function PlainFraction({ rate }: { readonly rate: Rate }) {
  const t = useTranslations("common");
  const format = formatFor(useLocale());
  return t("kOfN", { k: format.count(rate.hits), n: format.count(rate.trials) });
}
