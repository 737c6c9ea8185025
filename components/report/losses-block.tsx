import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import { type Losses, type LossRow, mainLoss } from "@/lib/domain/metrics/losses";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { CountedLink } from "./counted-link";
import { LossesTable } from "./losses-table";
import { periodText } from "./period-text";

/** Where opportunities stop and why: by stage and by reason, both as parts of all that are lost. */
export function LossesBlock({ slug, report, data }: LossesBlockProps) {
  const t = useTranslations("figures.losses");
  const format = formatFor(useLocale());
  const all = useTranslations();
  const { query } = report;
  const period = periodText(query, format) ?? all("report.everything");
  return (
    <Figure
      finding={<Finding losses={data} />}
      subtitle={t(query.basis === "start" ? "subtitleStart" : "subtitleDecision", { period })}
      note={
        <>
          {data.total === 0 ? null : (
            <p>
              {t("note")}{" "}
              {slug === null ? null : t.rich("open", { k: () => <Lost {...{ slug, report }} count={data.total} /> })}
            </p>
          )}
          <p>
            {t.rich(query.basis === "start" ? "notAFit" : "noteDecision", {
              n: data.notAFit,
              k: () => <CountedLink {...{ slug, query, counted: "leads.notAFit", count: data.notAFit }} />,
            })}
          </p>
        </>
      }
      table={data.total === 0 ? undefined : <LossesTable losses={data} />}
    >
      {data.total === 0 ? null : (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <Bars title={t("byStage")} rows={data.stages} total={data.total} none={t("noStage")} />
          <Bars title={t("byReason")} rows={data.reasons} total={data.total} none={t("unstated")} />
        </div>
      )}
    </Figure>
  );
}

interface LossesBlockProps {
  readonly slug: string | null;
  readonly report: Report;
  readonly data: Losses;
}

function Finding({ losses }: { readonly losses: Losses }) {
  const t = useTranslations("figures.losses");
  const format = formatFor(useLocale());
  const main = mainLoss(losses);
  const n = losses.total;
  if (main !== null) {
    return t("finding", { s: main.stage.name ?? "", k: format.count(main.stage.lost), n: format.count(n) });
  }
  return n === 0 ? t("none") : t(n < 10 ? "few" : "even", { n });
}

function Lost({ slug, report, count }: Pick<LossesBlockProps, "slug" | "report"> & { readonly count: number }) {
  return <CountedLink {...{ slug, query: report.query, counted: "opportunities.lost", count }} />;
}

function Bars({ title, rows, total, none }: BarsProps) {
  const format = formatFor(useLocale());
  return (
    <section className="grid content-start gap-3">
      <h3 className="font-medium">{title}</h3>
      <BarList
        label={title}
        rows={rows.map(({ key, name, lost }) => ({
          key: key ?? "none",
          name: name ?? none,
          number: format.count(lost),
          place: lost / total,
          look: "hatched",
        }))}
      />
    </section>
  );
}

interface BarsProps {
  readonly title: string;
  readonly rows: readonly LossRow[];
  readonly total: number;
  /** The name of the row without one. */
  readonly none: string;
}
