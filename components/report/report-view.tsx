import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import type { ReportKey } from "@/lib/search-params";
import { BetweenRates } from "./between-rates";
import { ChosenFilters } from "./chosen-filters";
import { HowWeCount } from "./how-we-count";
import { RatePanel } from "./rate-panel";
import { RatesTable } from "./rates-table";
import { ReportFilters } from "./report-filters";

/** The report in tables: the two rates, the step between them, then the same by channel, campaign and month. */
export function ReportView({ slug, report, ignored }: ReportViewProps) {
  const t = useTranslations("report");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReportFilters slug={slug} report={report} />
      <ChosenFilters slug={slug} report={report} />
      <Notices report={report} ignored={ignored} />
      <div className="grid gap-4 md:grid-cols-2">
        <RatePanel slug={slug} report={report} name="leadConversionRate" />
        <RatePanel slug={slug} report={report} name="opportunityConversionRate" />
        <RatePanel slug={slug} report={report} name="qualificationRate" />
        <BetweenRates report={report} />
      </div>
      {report.months.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
      <Tables slug={slug} report={report} />
      <HowWeCount slug={slug} report={report} />
    </div>
  );
}

interface ReportViewProps {
  readonly slug: string;
  readonly report: Report;
  readonly ignored: readonly ReportKey[];
}

function Notices({ report, ignored }: Pick<ReportViewProps, "report" | "ignored">) {
  const t = useTranslations("report");
  const notices = [
    ...(ignored.length > 0 ? [t("ignored", { keys: ignored.join(", ") })] : []),
    ...(report.sampleUse === "shown" ? [t("sample")] : []),
    ...(report.sampleUse === "left-out" ? [t("sampleLeftOut")] : []),
  ];
  return notices.map((notice) => (
    <p key={notice} role="status" className="rounded-control border border-dashed border-edge px-3 py-2">
      {notice}
    </p>
  ));
}

function Tables({ slug, report }: Pick<ReportViewProps, "slug" | "report">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { total, query, channels, campaigns, months } = report;
  const named = (none: string) => (row: Report["total"]) => row.name ?? none;
  const note = t("report.rowsSum");
  const byMonth = t(query.basis === "start" ? "report.monthsStart" : "report.monthsDecision");
  const tables = [
    [t("blocks.channels"), note, t("terms.channel"), channels, named(t("report.noChannel"))],
    [t("report.campaigns"), note, t("terms.campaign"), campaigns, named(t("report.noCampaign"))],
    [
      ...([t("report.months"), byMonth, t("period.label"), months] as const),
      ({ key }: Report["total"]) => (key === null ? t("report.noMonth") : format.month(key)),
    ],
  ] as const;
  return tables.map(([title, about, rowLabel, rows, nameOf]) =>
    rows.length === 0 ? null : (
      <RatesTable key={title} {...{ slug, title, rowLabel, rows, total, nameOf }} note={about} />
    ),
  );
}

/** Before the first record: what will stand here, and the ways to begin. */
export function EmptyReport({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <EmptyState title={t("report.empty")}>
      <Button asChild tone="primary">
        <Link href={routes.leads(slug)}>{t("start.oneByOne")}</Link>
      </Button>
      <Button asChild>
        <Link href={routes.import(slug)}>{t("start.paste")}</Link>
      </Button>
    </EmptyState>
  );
}
