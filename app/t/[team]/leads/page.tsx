import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeadsFilters } from "@/components/leads/leads-filters";
import { LeadsTable } from "@/components/leads/leads-table";
import { NewLead } from "@/components/leads/new-lead";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { writeLeadsQuery } from "@/lib/domain/leads/leads-query";
import { routes } from "@/lib/routes";
import { addChannelAction } from "../settings/channels/actions";
import { createLeadAction, quickAddLeadAction, undoAction } from "./actions";
import { loadLeads } from "./load-leads";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

export default async function LeadsPage({ params, searchParams }: PageProps<"/t/[team]/leads">) {
  const { team } = await params;
  const asked = await searchParams;
  const { canAdd, canExport, choices, names, canAddChannel, sending, behind, ...list } = await openTeam(
    team,
    "lead:read",
    (ctx) => loadLeads(ctx, asked),
  );
  const t = await getTranslations();
  const download = canExport ? (
    <ExportLink slug={team} dataset="leads" query={{ ...writeLeadsQuery(list.query), ...behind?.carried }} />
  ) : null;
  return (
    <>
      {behind ? (
        <PageHeader
          title={t(`counted.${behind.counted}`, { n: list.total })}
          breadcrumb={[{ href: routes.team(team, behind.report), label: t("nav.report") }]}
          description={t("leads.countedNote")}
        >
          {download}
        </PageHeader>
      ) : (
        <PageHeader title={t("leads.title")}>{download}</PageHeader>
      )}
      {canAdd ? (
        <NewLead
          slug={team}
          choices={choices}
          names={names}
          sending={sending}
          createChannel={canAddChannel ? addChannelAction.bind(null, team) : null}
          quickAdd={quickAddLeadAction.bind(null, team)}
          create={createLeadAction.bind(null, team)}
          undo={undoAction.bind(null, team)}
        />
      ) : null}
      {behind ? null : <LeadsFilters slug={team} query={list.query} choices={choices} />}
      <LeadsTable {...list} carried={behind?.carried ?? null} />
    </>
  );
}
