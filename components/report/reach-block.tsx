import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import { isDrawn } from "@/components/charts/scale";
import type { Counted } from "@/lib/domain/metrics/counted";
import type { Rate } from "@/lib/domain/metrics/rate";
import { largestDrop, type Reach, type ReachStep } from "@/lib/domain/metrics/reach";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { CountedLink } from "./counted-link";
import { periodText } from "./period-text";
import { ReachTable } from "./reach-table";

/** How far the leads of the period got, stage by stage, all measured against the same leads. */
export function ReachBlock({ slug, report, data }: ReachBlockProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  if (data === null) return null;
  const nameOf = ({ stage }: ReachStep) => stage?.name ?? t("figures.reach.customer");
  const isYoung = report.total.rates.leadConversionRate.preliminary;
  const countOf = (step: ReachStep, index: number) => {
    const counted = countedOf(data, index);
    const count = step.rate.hits;
    return counted === null ? format.count(count) : <CountedLink {...{ slug, query: report.query, counted, count }} />;
  };
  return (
    <Figure
      finding={<Finding reach={data} nameOf={nameOf} />}
      subtitle={t("figures.reach.subtitle", {
        period: periodText(report.query, format) ?? t("report.everything"),
        n: data.leads,
      })}
      note={
        <p>
          {t("figures.reach.note")}
          {data.direct === 0 ? null : ` ${t("figures.reach.direct", { n: data.direct })}`}
          {isYoung ? ` ${t("evidence.prelimFigures")}.` : null}
        </p>
      }
      table={data.leads === 0 ? undefined : <ReachTable {...{ reach: data, nameOf }} />}
    >
      <BarList
        rows={data.steps.map((step, index) => ({
          key: step.stage?.key ?? "customer",
          name: nameOf(step),
          number: <Share rate={step.rate}>{countOf(step, index)}</Share>,
          place: isDrawn(step.rate) ? step.rate.value : null,
          look: step.stage?.subject ?? "whole",
          isHollow: isYoung,
        }))}
      />
    </Figure>
  );
}

interface ReachBlockProps {
  readonly slug: string | null;
  readonly report: Report;
  /** `null` by decision date. */
  readonly data: Reach | null;
}

function Finding({ reach, nameOf }: { readonly reach: Reach; readonly nameOf: (step: ReachStep) => string }) {
  const t = useTranslations("figures.reach");
  const format = formatFor(useLocale());
  const drop = largestDrop(reach);
  if (reach.leads === 0) return t("none");
  if (reach.leads < 10 || drop === null) return t("findingFew", { n: reach.leads });
  return t("finding", {
    s: nameOf(drop.to),
    k: format.count(drop.left),
    n: format.count(drop.from.rate.hits),
  });
}

function Share({ rate, children }: { readonly rate: Rate; readonly children: React.ReactNode }) {
  const text = rateText(rate, formatFor(useLocale()));
  return (
    <>
      {children}
      {text.kind === "percent" ? <span className="inline-block w-14 font-semibold">{text.value}</span> : null}
    </>
  );
}

/** The steps whose leads a list can show: all of them, those that became opportunities, those that became customers. */
function countedOf({ steps }: Reach, index: number): Counted | null {
  if (index === 0) return "leads.total";
  if (index === steps.length - 1) return "step2.hits";
  return index === steps.findIndex(({ stage }) => stage?.subject === "opportunity") ? "leads.qualified" : null;
}
