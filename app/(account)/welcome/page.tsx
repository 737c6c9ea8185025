import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { PageHeader } from "@/components/shell/page-header";
import { PublicShell } from "@/components/shell/public-shell";
import { NewTeamForm } from "@/components/welcome/new-team-form";
import { WaysToBegin } from "@/components/welcome/ways-to-begin";
import { openTeam } from "@/lib/auth/open-team";
import { currentSession } from "@/lib/auth/session";
import { teamNameFromEmail } from "@/lib/domain/teams/name-from-domain";
import { routes } from "@/lib/routes";
import { beginWithSampleAction, createTeamAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("welcome"))("title") };
}

export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const { team: asked } = await searchParams;
  const preferences = await readPreferences();
  return (
    <PublicShell preferences={preferences} isSignedIn>
      <div className="mx-auto grid max-w-3xl pt-6 sm:pt-10">
        {typeof asked === "string" ? <Begin slug={asked} /> : <ChooseScenario />}
      </div>
    </PublicShell>
  );
}

async function ChooseScenario() {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn({ next: routes.welcome() }));
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("scenarios.question")} description={t("welcome.scenarioLead")} />
      <NewTeamForm action={createTeamAction} suggestedName={teamNameFromEmail(session.user.email)} />
    </>
  );
}

async function Begin({ slug }: { readonly slug: string }) {
  const team = await openTeam(slug, "settings:read", async (ctx) => ctx.team);
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("start.question")} description={t("welcome.ready", { team: team.name })} />
      <WaysToBegin slug={slug} beginWithSample={beginWithSampleAction.bind(null, slug)} />
    </>
  );
}
