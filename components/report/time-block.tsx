import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { StageLine } from "@/components/charts/stage-line";
import { dayScaleOf } from "@/components/charts/stage-scale";
import type { Report } from "@/lib/domain/metrics/report";
import { slowestStage, type StageTime } from "@/lib/domain/metrics/stage-times";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { periodText } from "./period-text";
import { TimeTable } from "./time-table";
import { useTimeWords } from "./time-words";

/** How long each stage holds its records, and which of them stand there longer than usual. */
export function TimeBlock({ slug, report, data }: TimeBlockProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const words = useTimeWords();
  const scale = dayScaleOf(data);
  const stuck = data.filter((time) => time.stuck > 0);
  return (
    <Figure
      finding={<Finding times={data} />}
      subtitle={t("figures.time.subtitle", { period: periodText(report.query, format) ?? t("report.everything") })}
      note={
        <>
          {stuck.map(({ stage, stuck: n }) => (
            <p key={stage.key} className="text-fg">
              {t(stage.subject === "lead" ? "figures.time.stuckLead" : "findings.timeStuck", { n, s: stage.name })}
            </p>
          ))}
          <p>{t("figures.time.note")}</p>
        </>
      }
      table={<TimeTable times={data} />}
    >
      <ol className="@container grid gap-2">
        {data.map((time) => (
          <li
            key={time.stage.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 @lg:grid-cols-[10rem_minmax(0,1fr)_9rem]"
          >
            <span className="min-w-0 break-words">{time.stage.name}</span>
            <span className="grid text-right @lg:order-last">
              <span className="font-semibold">{words.half(time)}</span>
              <span className="text-sm text-muted">{words.quarters(time)}</span>
            </span>
            <StageLine {...{ time, scale }} dot={(record, mark) => <Dot {...{ slug, record, time }}>{mark}</Dot>} />
          </li>
        ))}
        <li aria-hidden className="grid text-sm text-muted @lg:grid-cols-[10rem_minmax(0,1fr)_9rem] @lg:gap-x-4">
          <span className="flex justify-between @lg:col-start-2">
            {scale.ticks.map((tick) => (
              <span key={tick}>{words.days(tick)}</span>
            ))}
          </span>
        </li>
      </ol>
    </Figure>
  );
}

interface TimeBlockProps {
  readonly slug: string | null;
  readonly report: Report;
  readonly data: readonly StageTime[];
}

function Finding({ times }: { readonly times: readonly StageTime[] }) {
  const t = useTranslations("figures.time");
  const slowest = slowestStage(times);
  const standing = times.find(({ visits, medianDays }) => visits >= 10 && medianDays === null);
  if (standing !== undefined) return t("slow", { s: standing.stage.name });
  return slowest === null ? t("few") : t("finding", { s: slowest.stage.name, d: slowest.medianDays ?? 0 });
}

function Dot({ slug, record, time, children }: DotProps) {
  const t = useTranslations("figures.time");
  if (slug === null) return children;
  const isLead = time.stage.subject === "lead";
  return (
    <a
      href={isLead ? routes.lead(slug, record.id) : routes.opportunity(slug, record.id)}
      aria-label={t("dot", { d: record.days })}
    >
      {children}
    </a>
  );
}

interface DotProps {
  readonly slug: string | null;
  readonly record: StageTime["longest"][number];
  readonly time: StageTime;
  readonly children: React.ReactNode;
}
