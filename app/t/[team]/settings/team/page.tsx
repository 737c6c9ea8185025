import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteTeamForm } from "@/components/settings/delete-team-form";
import { SlugForm } from "@/components/settings/slug-form";
import { TeamFacts } from "@/components/settings/team-facts";
import { TeamForm } from "@/components/settings/team-form";
import { PageHeader } from "@/components/shell/page-header";
import { keepsDays } from "@/db/queries/records-in-stage";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import { changeSlugAction, changeTeamSettingsAction, deleteTeamAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("team") };
}

export default async function TeamSettingsPage({ params }: PageProps<"/t/[team]/settings/team">) {
  const { team: slug } = await params;
  const { team, mayChange, maySlug, mayDelete, isZoneFixed } = await openTeam(slug, "settings:read", async (ctx) => ({
    team: ctx.team,
    mayChange: can(ctx.role, "settings:definitions"),
    maySlug: can(ctx.role, "settings:slug"),
    mayDelete: can(ctx.role, "team:delete"),
    isZoneFixed: await keepsDays(ctx.db),
  }));
  const t = await getTranslations("settings");
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return (
    <>
      <PageHeader title={t("team")} />
      <div className="grid gap-8">
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
        {maySlug ? <SlugForm key={team.slug} team={team} action={changeSlugAction.bind(null, slug)} /> : null}
        {mayDelete ? <DeleteTeamForm name={team.name} action={deleteTeamAction.bind(null, slug)} /> : null}
      </div>
    </>
  );
}
