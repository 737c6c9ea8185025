import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Held } from "@/lib/domain/diagnosis/report-findings";
import type { FormAction } from "@/lib/domain/action-state";
import type { Report } from "@/lib/domain/metrics/report";
import { routes } from "@/lib/routes";
import type { ReportKey } from "@/lib/search-params";
import { ChosenFilters } from "./chosen-filters";
import { HowWeCount } from "./how-we-count";
import { RatesTable } from "./rates-table";
import { ReportFigures } from "./report-figures";
import { ReportFilters } from "./report-filters";
import { SampleNotice } from "./sample-notice";

/** The report: what is asked, what it says in figures, the campaigns, and how all of it is counted. */
export function ReportView({ slug, report, held, ignored, removeSample }: ReportViewProps) {
  const t = useTranslations("report");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReportFilters slug={slug} report={report} />
      <ChosenFilters slug={slug} report={report} />
      {report.sampleUse === "shown" ? <SampleNotice remove={removeSample} /> : null}
      <Notices report={report} ignored={ignored} />
      {report.months.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
      <ReportFigures slug={slug} report={report} held={held} />
      <Campaigns slug={slug} report={report} />
      <HowWeCount slug={slug} report={report} />
    </div>
  );
}

interface ReportViewProps {
  readonly slug: string;
  readonly report: Report;
  readonly held: Held;
  readonly ignored: readonly ReportKey[];
  /** Null for whom it is not. */
  readonly removeSample: FormAction<{ left: number }> | null;
}

function Notices({ report, ignored }: Pick<ReportViewProps, "report" | "ignored">) {
  const t = useTranslations("report");
  const notices = [
    ...(ignored.length > 0 ? [t("ignored", { keys: ignored.join(", ") })] : []),
    ...(report.sampleUse === "left-out" ? [t("sampleLeftOut")] : []),
  ];
  return notices.map((notice) => (
    <p key={notice} role="status" className="rounded-control border border-dashed border-edge px-3 py-2">
      {notice}
    </p>
  ));
}

function Campaigns({ slug, report }: Pick<ReportViewProps, "slug" | "report">) {
  const t = useTranslations();
  const { total, campaigns } = report;
  if (campaigns.length === 0) return null;
  return (
    <RatesTable
      {...{ slug, title: t("report.campaigns"), note: t("report.rowsSum"), rowLabel: t("terms.campaign") }}
      {...{ rows: campaigns, total, nameOf: (row) => row.name ?? t("report.noCampaign") }}
    />
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
