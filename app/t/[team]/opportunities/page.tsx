import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LayoutSwitch } from "@/components/opportunities/layout-switch";
import { NewOpportunity } from "@/components/opportunities/new-opportunity";
import { OpportunitiesFilters } from "@/components/opportunities/opportunities-filters";
import { OpportunitiesView } from "@/components/opportunities/opportunities-view";
import { ExportLink } from "@/components/shell/export-link";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { routes } from "@/lib/routes";
import { moveOpportunityAction, openOpportunityAction, undoAction } from "./actions";
import { loadOpportunities } from "./load-opportunities";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("opportunities"))("title") };
}

export default async function OpportunitiesPage({ params, searchParams }: PageProps<"/t/[team]/opportunities">) {
  const { team } = await params;
  const asked = await searchParams;
  const loaded = await openTeam(team, "opportunity:read", (ctx) => loadOpportunities(ctx, asked));
  const { behind, query, choices } = loaded;
  const t = await getTranslations();
  const undo = undoAction.bind(null, team);
  const actions = { move: moveOpportunityAction.bind(null, team), undo };
  const download =
    loaded.canExport && query.layout === "list" ? (
      <ExportLink slug={team} dataset="opportunities" query={{ ...loaded.carried, ...behind?.carried }} />
    ) : null;
  return (
    <>
      {behind ? (
        <PageHeader
          title={t(`counted.${behind.counted}`, { n: loaded.list?.total ?? 0 })}
          breadcrumb={[{ href: routes.team(team, behind.report), label: t("nav.report") }]}
          description={t("opportunities.countedNote")}
        >
          {download}
        </PageHeader>
      ) : (
        <PageHeader title={t("opportunities.title")}>
          {download}
          <LayoutSwitch slug={team} query={query} />
        </PageHeader>
      )}
      {loaded.canAdd ? (
        <NewOpportunity
          slug={team}
          choices={choices}
          sending={loaded.sending}
          open={openOpportunityAction.bind(null, team)}
          undo={undo}
        />
      ) : null}
      {behind ? null : <OpportunitiesFilters slug={team} query={query} choices={choices} />}
      <OpportunitiesView {...loaded} actions={loaded.canMove ? actions : null} counted={behind?.carried ?? null} />
    </>
  );
}
