import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { Progress } from "@/components/ui/progress";
import type { FormAction } from "@/lib/domain/action-state";
import type { ImportBatchId } from "@/lib/domain/ids";
import { routes } from "@/lib/routes";
import { Refresher } from "./refresher";

/** While rows are being imported: how far it has come, and a way on if the server died over it. */
export function RunStep({ team, batch, rows, action }: RunStepProps) {
  const t = useTranslations("import");
  return (
    <Card className="grid gap-4">
      <Refresher />
      <Progress value={batch.rowsDone} max={rows} label={t("running", { k: batch.rowsDone, n: rows })} />
      <p>
        <Link className="link" href={routes.importBatch(team, batch.id)}>
          {t("refresh")}
        </Link>
      </p>
      <details>
        <summary className="cursor-pointer text-sm text-muted">{t("stuck")}</summary>
        <ActionForm action={action} className="mt-3">
          <input type="hidden" name="id" value={batch.id} />
          <input type="hidden" name="version" value={batch.version} />
          <FormEnd submit={t("startAgain")} tone="secondary" />
        </ActionForm>
      </details>
    </Card>
  );
}

type RunStepProps = {
  readonly team: string;
  readonly batch: { readonly id: string; readonly version: number; readonly rowsDone: number };
  readonly rows: number;
  readonly action: FormAction<ImportBatchId>;
};
