import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyReport } from "@/components/report/empty-report";
import { ReportView } from "@/components/report/report-view";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import { removeSampleAction, removeViewAction, saveViewAction } from "./actions";
import { loadPage } from "./load-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("report") };
}

export default async function ReportPage({ params, searchParams }: PageProps<"/t/[team]">) {
  const { team } = await params;
  const asked = await searchParams;
  const { query, ignored, typed, order, shown, mayRemoveSample, mayShare } = await openTeam(
    team,
    "report:read",
    (ctx) => loadPage(ctx, asked),
  );
  if (shown === null) redirect(routes.team(team, writeReport(query)));
  const t = await getTranslations("nav");
  const removeSample = mayRemoveSample ? removeSampleAction.bind(null, team) : null;
  const saved = {
    ...shown.saved,
    save: saveViewAction.bind(null, team),
    remove: removeViewAction.bind(null, team),
  };
  return (
    <>
      <PageHeader title={t("report")}>
        {mayShare ? (
          <Button asChild>
            <Link href={routes.newLink(team, writeReport(query))}>{t("shareReport")}</Link>
          </Button>
        ) : null}
      </PageHeader>
      {shown.report.hasRecords ? (
        <ReportView slug={team} {...{ ...shown, order, ignored, typed, removeSample }} saved={saved} />
      ) : (
        <EmptyReport slug={team} report={shown.report} />
      )}
    </>
  );
}
