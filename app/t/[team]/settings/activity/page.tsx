import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogTable } from "@/components/settings/log-table";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/ui/pagination";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import { loadLog } from "./load-log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("activity") };
}

export default async function ActivityPage({ params, searchParams }: PageProps<"/t/[team]/settings/activity">) {
  const { team } = await params;
  const { before } = await searchParams;
  const { entries, older, isNewest, timeZone } = await openTeam(team, "activity:read", (ctx) => loadLog(ctx, before));
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("settings.activity")} description={t("log.lead")}>
        <ExportLink slug={team} dataset="transitions" />
      </PageHeader>
      <LogTable slug={team} entries={entries} timeZone={timeZone} />
      <Pagination
        label={t("log.table")}
        previous={isNewest ? undefined : { href: routes.settings(team, "activity"), label: t("log.newest") }}
        next={
          older === null
            ? undefined
            : { href: routes.settings(team, "activity", { before: older }), label: t("log.older") }
        }
      />
    </>
  );
}
