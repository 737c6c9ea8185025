import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findLead } from "@/db/queries/leads";
import { LeadActions } from "@/components/leads/lead-actions";
import { LeadDealings } from "@/components/leads/lead-dealings";
import { LeadFacts } from "@/components/leads/lead-facts";
import { LeadNotices } from "@/components/leads/lead-notices";
import { PageHeader } from "@/components/shell/page-header";
import { Timeline } from "@/components/timeline/timeline";
import { Card, CardTitle } from "@/components/ui/card";
import { openTeam } from "@/lib/auth/open-team";
import { asId, type LeadId } from "@/lib/domain/ids";
import { parseUuid } from "@/lib/domain/input/uuid";
import { routes } from "@/lib/routes";
import { undoAction } from "../actions";
import { leadActionsOf } from "./lead-actions-of";
import { loadLead } from "./load-lead";

type Props = PageProps<"/t/[team]/leads/[lead]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, lead } = await params;
  const id = parseUuid(lead);
  const t = await getTranslations("leads");
  const found = id.ok ? await openTeam(team, "lead:read", ({ db }) => findLead(db, asId<LeadId>(id.value))) : null;
  return { title: found?.name ?? t("title") };
}

export default async function LeadPage({ params }: Props) {
  const { team, lead: id } = await params;
  const loaded = await openTeam(team, "lead:read", (ctx) => loadLead(ctx, id));
  if (loaded === null) notFound();
  const { lead, timeline, timeZone, may } = loaded;
  const t = await getTranslations();
  const actions = leadActionsOf(team);
  return (
    <>
      <PageHeader
        title={lead.name ?? t("leads.erasedName")}
        breadcrumb={[{ href: routes.leads(team), label: t("leads.title") }]}
        description={lead.company ?? undefined}
      />
      <LeadNotices lead={lead} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <LeadFacts slug={team} {...loaded} action={actions.edit} />
        <LeadActions {...loaded} actions={actions} />
        <LeadDealings slug={team} {...loaded} />
        <Card className="grid gap-2">
          <CardTitle>{t("timeline.title")}</CardTitle>
          <Timeline entries={timeline} timeZone={timeZone} undo={may.undo ? undoAction.bind(null, team) : null} />
        </Card>
      </div>
    </>
  );
}
