import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Targets } from "@/components/settings/targets";
import { PageHeader } from "@/components/shell/page-header";
import { listChannels } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import { removeTargetAction, setTargetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("targets") };
}

export default async function TargetsPage({ params }: PageProps<"/t/[team]/settings/targets">) {
  const { team } = await params;
  const { targets, channels, mayChange } = await openTeam(team, "settings:read", async ({ db, role }) => ({
    targets: await listTargets(db),
    channels: await listChannels(db),
    mayChange: can(role, "settings:targets"),
  }));
  const t = await getTranslations("settings");
  const actions = { set: setTargetAction.bind(null, team), remove: removeTargetAction.bind(null, team) };
  return (
    <>
      <PageHeader title={t("targets")} description={t("targetsLead")} />
      <Targets targets={targets} channels={channels} actions={mayChange ? actions : null} />
    </>
  );
}
