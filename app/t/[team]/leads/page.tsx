import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeadsView } from "@/components/leads/leads-view";
import { openTeam } from "@/lib/auth/open-team";
import { leadsActionsOf } from "./leads-actions-of";
import { loadLeads } from "./load-leads";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

export default async function LeadsPage({ params, searchParams }: PageProps<"/t/[team]/leads">) {
  const { team } = await params;
  const asked = await searchParams;
  const loaded = await openTeam(team, "lead:read", (ctx) => loadLeads(ctx, asked));
  return <LeadsView {...loaded} actions={leadsActionsOf(team)} />;
}
