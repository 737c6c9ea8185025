import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamFacts } from "@/components/settings/team-facts";
import { TeamForm } from "@/components/settings/team-form";
import { PageHeader } from "@/components/shell/page-header";
import { keepsDays } from "@/db/queries/records-in-stage";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import { changeTeamSettingsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("team") };
}

export default async function TeamSettingsPage({ params }: PageProps<"/t/[team]/settings/team">) {
  const { team: slug } = await params;
  const { team, mayChange, isZoneFixed } = await openTeam(slug, "settings:read", async (ctx) => ({
    team: ctx.team,
    mayChange: can(ctx.role, "settings:definitions"),
    isZoneFixed: await keepsDays(ctx.db),
  }));
  const t = await getTranslations("settings");
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return (
    <>
      <PageHeader title={t("team")} />
      {mayChange ? (
        <TeamForm
          team={team}
          timeZones={zones.includes(team.timeZone) ? zones : [team.timeZone, ...zones]}
          isZoneFixed={isZoneFixed}
          action={changeTeamSettingsAction.bind(null, slug)}
        />
      ) : (
        <TeamFacts team={team} />
      )}
    </>
  );
}
