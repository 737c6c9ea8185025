import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StagesSection } from "@/components/settings/stages-section";
import { PageHeader } from "@/components/shell/page-header";
import { listStages } from "@/db/queries/pipeline";
import { countRecordsByStage } from "@/db/queries/records-in-stage";
import { openTeam } from "@/lib/auth/open-team";
import { can } from "@/lib/domain/permissions";
import { SUBJECTS } from "@/lib/domain/pipeline/kinds";
import { addStageAction, archiveStageAction, renameStageAction, reorderStageAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("stages") };
}

export default async function StagesPage({ params }: PageProps<"/t/[team]/settings/stages">) {
  const { team } = await params;
  const { stages, counts, mayChange } = await openTeam(team, "settings:read", async ({ db, role }) => ({
    stages: (await listStages(db)).filter(({ archivedAt }) => archivedAt === null),
    counts: await countRecordsByStage(db),
    mayChange: can(role, "settings:stages"),
  }));
  const t = await getTranslations("settings");
  const actions = {
    add: addStageAction.bind(null, team),
    rename: renameStageAction.bind(null, team),
    reorder: reorderStageAction.bind(null, team),
    archive: archiveStageAction.bind(null, team),
  };
  return (
    <>
      <PageHeader title={t("stages")} description={t("stagesLead")} />
      <div className="grid gap-8">
        {SUBJECTS.map((subject) => (
          <StagesSection
            key={subject}
            subject={subject}
            stages={stages
              .filter((stage) => stage.subject === subject)
              .map((stage) => ({ ...stage, count: counts.get(stage.id) ?? 0 }))}
            actions={mayChange ? actions : null}
          />
        ))}
      </div>
    </>
  );
}
