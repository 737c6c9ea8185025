import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulkBar } from "@/components/bulk/bulk-bar";
import { NewOpportunity } from "@/components/opportunities/new-opportunity";
import { OpportunitiesFilters } from "@/components/opportunities/opportunities-filters";
import { OpportunitiesHead } from "@/components/opportunities/opportunities-head";
import { OpportunitiesView } from "@/components/opportunities/opportunities-view";
import { openTeam } from "@/lib/auth/open-team";
import { listActionsOf } from "./list-actions-of";
import { loadOpportunities } from "./load-opportunities";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("opportunities"))("title") };
}

export default async function OpportunitiesPage({ params, searchParams }: PageProps<"/t/[team]/opportunities">) {
  const { team } = await params;
  const asked = await searchParams;
  const loaded = await openTeam(team, "opportunity:read", (ctx) => loadOpportunities(ctx, asked));
  const { behind, query, choices, may } = loaded;
  const { bulk, ...actions } = listActionsOf(team);
  return (
    <>
      <OpportunitiesHead {...loaded} total={loaded.list?.total ?? 0} canExport={may.export} />
      {may.add ? (
        <NewOpportunity
          slug={team}
          isAsked={asked.new === "1"}
          choices={choices}
          sending={loaded.sending}
          open={actions.open}
          undo={actions.undo}
        />
      ) : null}
      {behind ? null : <OpportunitiesFilters slug={team} query={query} choices={choices} />}
      <OpportunitiesView
        {...loaded}
        actions={may.move ? actions : null}
        bulk={
          may.bulk ? (
            <BulkBar subject="opportunity" choices={choices} isArchive={query.archived} actions={bulk} />
          ) : null
        }
        counted={behind?.carried ?? null}
      />
    </>
  );
}
