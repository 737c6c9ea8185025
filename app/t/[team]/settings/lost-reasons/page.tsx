import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LostReasons } from "@/components/settings/lost-reasons";
import { PageHeader } from "@/components/shell/page-header";
import { listLostReasons } from "@/db/queries/pipeline";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import { addLostReasonAction, archiveLostReasonAction, renameLostReasonAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("lost-reasons") };
}

export default async function LostReasonsPage({ params }: PageProps<"/t/[team]/settings/lost-reasons">) {
  const { team } = await params;
  const { reasons, mayChange } = await openTeam(team, "settings:read", async ({ db, role }) => ({
    reasons: (await listLostReasons(db)).filter(({ archivedAt }) => archivedAt === null),
    mayChange: can(role, "settings:lostReasons"),
  }));
  const t = await getTranslations("settings");
  const actions = {
    add: addLostReasonAction.bind(null, team),
    rename: renameLostReasonAction.bind(null, team),
    archive: archiveLostReasonAction.bind(null, team),
  };
  return (
    <>
      <PageHeader title={t("lost-reasons")} description={t("reasonsLead")} />
      <LostReasons reasons={reasons} actions={mayChange ? actions : null} />
    </>
  );
}
