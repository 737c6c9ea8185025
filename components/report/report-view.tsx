import { Printer } from "@/components/ui/icons";
import { useTranslations } from "next-intl";
import type { Held } from "@/lib/domain/diagnosis/report-findings";
import type { FormAction } from "@/lib/domain/action-state";
import type { LoadedBlocks } from "@/lib/domain/metrics/block-data";
import type { Report } from "@/lib/domain/metrics/report";
import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { ReportKey } from "@/lib/search-params";
import { ChosenFilters } from "./chosen-filters";
import { ReportBlocks } from "./report-blocks";
import { PrintButton } from "./print-button";
import { SavedViews, type SavedViewsProps } from "./saved-views";
import { ReportFilters, type TypedDays } from "./report-filters";
import { SampleNotice } from "./sample-notice";

/** The report of a team: what is asked, then what it says, block by block. */
export function ReportView({ slug, order, ignored, typed, saved, removeSample, ...shown }: ReportViewProps) {
  const t = useTranslations("report");
  const { report } = shown;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReportBlocks
        {...{ slug, order, ...shown }}
        filters={
          <>
            <ReportFilters {...{ slug, report, ignored, typed }} />
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="mr-auto">
                <ChosenFilters slug={slug} report={report} />
              </div>
              <SavedViews {...saved} />
              <PrintButton>
                <Printer aria-hidden />
                {t("print")}
              </PrintButton>
            </div>
            {report.sampleUse === "shown" ? <SampleNotice remove={removeSample} /> : null}
            <Notices report={report} ignored={ignored} />
            {report.months.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
          </>
        }
      />
    </div>
  );
}

interface ReportViewProps {
  readonly slug: string;
  readonly report: Report;
  readonly held: Held;
  readonly blocks: LoadedBlocks;
  readonly order: readonly MiddleBlock[];
  readonly ignored: readonly ReportKey[];
  readonly typed: TypedDays;
  readonly saved: SavedViewsProps;
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
