import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import { ChosenFilters } from "./chosen-filters";

/** Before the first record: what will stand here, and the ways to begin; of a past moment, that this is what it was then. */
export function EmptyReport({ slug, report }: { readonly slug: string; readonly report: Report }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { asOf, ...now } = report.query;
  if (asOf !== undefined) {
    return (
      <div className="grid gap-4">
        <ChosenFilters {...{ slug, report }} />
        <EmptyState title={t("report.emptyAsOf", { t: format.moment(asOf.at, report.timeZone) })}>
          <Button asChild tone="primary">
            <a href={routes.team(slug, writeReport(now))}>{t("report.asNow")}</a>
          </Button>
        </EmptyState>
      </div>
    );
  }
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
