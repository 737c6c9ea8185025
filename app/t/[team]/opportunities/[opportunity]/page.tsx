import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findOpportunity } from "@/db/queries/opportunities";
import { DealsOfOpportunity } from "@/components/opportunities/deals-of-opportunity";
import { OpportunityActions } from "@/components/opportunities/opportunity-actions";
import { OpportunityFacts } from "@/components/opportunities/opportunity-facts";
import { OpportunityNotices } from "@/components/opportunities/opportunity-notices";
import { PageHeader } from "@/components/shell/page-header";
import { Timeline } from "@/components/timeline/timeline";
import { Card, CardTitle } from "@/components/ui/card";
import { openTeam } from "@/lib/auth/open-team";
import { asId, type OpportunityId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { routes } from "@/lib/routes";
import { loadOpportunity } from "./load-opportunity";
import { opportunityActionsOf } from "./opportunity-actions-of";

type Props = PageProps<"/t/[team]/opportunities/[opportunity]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, opportunity } = await params;
  const id = parseUuid(opportunity);
  const t = await getTranslations("opportunities");
  const find = (known: string) =>
    openTeam(team, "opportunity:read", ({ db }) => findOpportunity(db, asId<OpportunityId>(known)));
  return { title: (id.ok ? await find(id.value) : null)?.name ?? t("title") };
}

export default async function OpportunityPage({ params, searchParams }: Props) {
  const { team, opportunity: id } = await params;
  const { do: step } = await searchParams;
  const loaded = await openTeam(team, "opportunity:read", (ctx) => loadOpportunity(ctx, id));
  if (loaded === null) notFound();
  const { opportunity, deals, timeline, timeZone, may } = loaded;
  const t = await getTranslations();
  const actions = opportunityActionsOf(team);
  const name = opportunity.name ?? t("leads.erasedName");
  return (
    <>
      <PageHeader title={name} breadcrumb={[{ href: routes.opportunities(team), label: t("opportunities.title") }]} />
      <OpportunityNotices opportunity={opportunity} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <OpportunityFacts slug={team} {...loaded} action={actions.edit} />
        <OpportunityActions {...loaded} actions={actions} asked={step === "win" || step === "lose" ? step : null} />
        <DealsOfOpportunity slug={team} name={name} deals={deals} voidDeal={loaded.mayVoid ? actions.voidDeal : null} />
        <Card className="grid gap-2">
          <CardTitle>{t("timeline.title")}</CardTitle>
          <Timeline entries={timeline} timeZone={timeZone} undo={may.undo ? actions.undo : null} />
        </Card>
      </div>
    </>
  );
}
