import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchList } from "@/components/import/batch-list";
import { UploadForm } from "@/components/import/upload-form";
import { PageHeader } from "@/components/shell/page-header";
import { listImportBatches } from "@/db/queries/imports";
import { openTeam } from "@/lib/auth/open-team";
import { IMPORT_KINDS } from "@/lib/domain/import/batch";
import { asRefusal } from "./refusal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function ImportPage({ params, searchParams }: PageProps<"/t/[team]/import">) {
  const { team } = await params;
  const { error, line, kind } = await searchParams;
  const loaded = await openTeam(team, "import:run", async ({ db, team: { timeZone } }) => ({
    batches: await listImportBatches(db),
    timeZone,
  }));
  const t = await getTranslations("import");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="grid gap-6">
        <UploadForm
          team={team}
          kind={IMPORT_KINDS.find((one) => one === kind) ?? "leads"}
          refusal={asRefusal(error, line)}
        />
        <BatchList team={team} batches={loaded.batches} timeZone={loaded.timeZone} />
      </div>
    </>
  );
}
