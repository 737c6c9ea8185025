import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChannelView } from "@/components/report/channel-view";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import { loadPage } from "./load-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("channel") };
}

export default async function ChannelPage({ params, searchParams }: PageProps<"/t/[team]/channels/[channel]">) {
  const { team, channel } = await params;
  const asked = await searchParams;
  const page = await openTeam(team, "report:read", (ctx) => loadPage(ctx, channel, asked));
  if (page === null) notFound();
  const t = await getTranslations("nav");
  const back = routes.team(team, writeReport({ ...page.shown.report.query, channels: [] }));
  return (
    <>
      <PageHeader title={page.shown.channel.name} breadcrumb={[{ href: back, label: t("report") }]} />
      <ChannelView slug={team} {...page.shown} order={page.order} ignored={page.ignored} typed={page.typed} />
    </>
  );
}
