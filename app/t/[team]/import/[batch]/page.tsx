import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchSteps } from "@/components/import/batch-steps";
import { CheckStep } from "@/components/import/check-step";
import { ColumnsStep } from "@/components/import/columns-step";
import { DoneStep } from "@/components/import/done-step";
import { RunStep } from "@/components/import/run-step";
import { PageHeader } from "@/components/shell/page-header";
import { openTeam } from "@/lib/auth/open-team";
import { IMPORT_PATIENCE_MS } from "@/lib/domain/import/batch";
import { routes } from "@/lib/routes";
import * as actions from "./actions";
import { loadBatch } from "./load-batch";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function BatchPage({ params, searchParams }: PageProps<"/t/[team]/import/[batch]">) {
  const { team, batch } = await params;
  const isCheck = (await searchParams).step === "check";
  const loaded = await openTeam(team, "import:run", (ctx) => loadBatch(ctx, batch, { isCheck }), IMPORT_PATIENCE_MS);
  const t = await getTranslations("import");
  const breadcrumb = [{ href: routes.import(team), label: t("title") }];
  const start = actions.startImportAction.bind(null, team);
  return (
    <>
      <PageHeader title={loaded.batch.fileName || t(`kind.${loaded.batch.kind}`)} breadcrumb={breadcrumb} />
      <BatchSteps current={loaded.step} />
      {loaded.step === "columns" ? (
        <ColumnsStep {...loaded} action={actions.mapColumnsAction.bind(null, team)} />
      ) : loaded.step === "check" ? (
        <CheckStep team={team} {...loaded} action={start} />
      ) : loaded.step === "run" ? (
        <RunStep team={team} batch={loaded.batch} rows={loaded.rows} action={start} />
      ) : (
        <DoneStep team={team} {...loaded} action={actions.undoImportAction.bind(null, team)} />
      )}
    </>
  );
}
