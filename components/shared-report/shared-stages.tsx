import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import { usePeriodText } from "@/components/report/period-text";
import type { SharedLoss, SharedReport, Shown } from "@/lib/domain/sharing/shared-report";
import { rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { asReport } from "./as-rows";
import { ShownCount } from "./shown-count";

interface BlockProps {
  readonly shared: SharedReport;
}

/** How far the leads got, stage by stage. */
export function SharedReachBlock({ shared }: BlockProps) {
  const t = useTranslations();
  const period = usePeriodText(asReport(shared).query);
  const leads = shared.reach?.steps[0]?.leads ?? 0;
  if (shared.reach === null || leads === 0) return null;
  return (
    <Figure
      finding={t("blocks.reach")}
      subtitle={leads === "hidden" ? period : t("figures.reach.subtitle", { period, n: leads })}
      note={<p>{t("figures.reach.note")}</p>}
    >
      <BarList
        rows={shared.reach.steps.map(({ stage, leads: reached }, place) => ({
          key: `${place}`,
          name: stage?.name ?? t("figures.reach.customer"),
          number: <Share hits={reached} trials={leads} />,
          place: placeOf(reached, leads),
          look: stage?.subject ?? "whole",
          isHollow: shared.total.rates.leadConversionRate.preliminary,
        }))}
      />
    </Figure>
  );
}

function Share({ hits, trials }: { readonly hits: Shown; readonly trials: Shown }) {
  const format = formatFor(useLocale());
  const text = hits === "hidden" || trials === "hidden" ? null : rateText(rate(hits, trials), format);
  return (
    <>
      <ShownCount count={hits} />
      {text?.kind === "percent" ? <span className="inline-block w-14 font-semibold">{text.value}</span> : null}
    </>
  );
}

/** Under ten there is no bar, and none of what is not shown. */
function placeOf(count: Shown, whole: Shown): number | null {
  return count === "hidden" || whole === "hidden" || whole < 10 ? null : count / whole;
}

/** Where opportunities stop, and why. */
export function SharedLossesBlock({ shared }: BlockProps) {
  const t = useTranslations("figures.losses");
  const all = useTranslations();
  const period = usePeriodText(asReport(shared).query);
  if (shared.losses === null || shared.losses.total === 0) return null;
  const { total, stages, reasons } = shared.losses;
  return (
    <Figure
      finding={all("blocks.losses")}
      subtitle={t(shared.basis === "start" ? "subtitleStart" : "subtitleDecision", { period })}
      note={<p>{t("note")}</p>}
    >
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Losses title={t("byStage")} rows={stages} total={total} none={t("noStage")} />
        <Losses title={t("byReason")} rows={reasons} total={total} none={t("unstated")} />
      </div>
    </Figure>
  );
}

function Losses({ title, rows, total, none }: LossesProps) {
  return (
    <section className="grid content-start gap-3">
      <h3 className="font-medium">{title}</h3>
      <BarList
        label={title}
        rows={rows.map(({ name, lost }, place) => ({
          key: `${place}`,
          name: name ?? none,
          number: <ShownCount count={lost} />,
          place: lost === "hidden" || total === "hidden" ? null : lost / total,
          look: "hatched",
        }))}
      />
    </section>
  );
}

interface LossesProps {
  readonly title: string;
  readonly rows: readonly SharedLoss[];
  readonly total: Shown;
  readonly none: string;
}
