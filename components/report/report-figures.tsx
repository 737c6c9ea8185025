import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DecisionBars } from "@/components/charts/decision-bars";
import { DotPlot } from "@/components/charts/dot-plot";
import { StripFigure } from "@/components/charts/strip";
import { TrendFigure } from "@/components/charts/trend";
import { type Held, reportFindings } from "@/lib/domain/diagnosis/report-findings";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import { CountedLink } from "./counted-link";
import { Findings, type LostAt } from "./findings";
import { Fraction } from "./fraction";
import { Headline } from "./headline";
import { periodText } from "./period-text";
import { RatePanel } from "./rate-panel";
import { RatesRows } from "./rates-table";

/** What a report says, in the order in which it is read: sentence, the two rates, the way between them, where to look, over time. */
export function ReportFigures({ slug, report, held, lostAt = null }: ReportFiguresProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { query, total, channels, months } = report;
  const period = periodText(query, format) ?? t("report.everything");
  const channelName = (row: ReportRow) => row.name ?? t("report.noChannel");
  return (
    <>
      <Headline report={report} />
      <div className="grid gap-4 md:grid-cols-2">
        <RatePanel slug={slug} report={report} name="leadConversionRate" />
        <RatePanel slug={slug} report={report} name="opportunityConversionRate" />
      </div>
      {query.basis === "decision" ? (
        <DecisionBars period={period} rates={total.rates} />
      ) : (
        <StripFigure
          {...{ period, parts: total.parts.leads, rates: total.rates, leadConvertsAt: query.leadConvertsAt }}
          count={(counted, count) => <CountedLink {...{ slug, query, counted, count }} />}
        />
      )}
      <Findings
        findings={reportFindings(report, held)}
        lostAt={lostAt}
        channelName={(key) => channels.find((row) => row.key === key)?.name ?? t("report.noChannel")}
      />
      {channels.length === 0 ? null : (
        <DotPlot
          {...{ period, channels, total, basis: query.basis }}
          nameOf={(row) => <RowLink {...{ slug, row }}>{channelName(row)}</RowLink>}
          fraction={(row, name, rate) => <Fraction {...{ slug, query: row.query, name, rate }} />}
        />
      )}
      <TrendFigure
        {...{ period, basis: query.basis, months }}
        table={
          <RatesRows
            {...{ slug, title: t("report.months"), rowLabel: t("period.label"), rows: months, total }}
            nameOf={({ key }) => (key === null ? t("report.noMonth") : format.month(key))}
          />
        }
      />
    </>
  );
}

interface ReportFiguresProps {
  /** `null` where there are no records to open. */
  readonly slug: string | null;
  readonly report: Report;
  readonly held: Held;
  readonly lostAt?: LostAt | null;
}

function RowLink({ slug, row, children }: RowLinkProps) {
  if (slug === null || row.query === null) return children;
  return (
    <Link href={routes.team(slug, writeReport(row.query))} className="link">
      {children}
    </Link>
  );
}

interface RowLinkProps {
  readonly slug: string | null;
  readonly row: ReportRow;
  readonly children: React.ReactNode;
}
