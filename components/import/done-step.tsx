import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import type { ImportBatchId } from "@/lib/domain/ids";
import type { ImportCounts, ImportState } from "@/lib/domain/import/batch";
import type { ErrorGroup } from "@/lib/domain/import/group-errors";
import { routes } from "@/lib/routes";
import { ErrorGroups } from "./error-groups";

/** What came of it, the rows that were left out, and the way back. */
export function DoneStep({ team, batch, groups, canUndo, left, action }: DoneStepProps) {
  const t = useTranslations("import");
  const { counts, state } = batch;
  return (
    <div className="grid gap-5">
      <Card className="grid gap-2" role="status">
        <h2 className="text-lg font-semibold">
          {state === "undone"
            ? t("undone")
            : t("done", { n: counts.create + counts.update, err: counts.skip + counts.reject })}
        </h2>
        <p className="text-muted">
          {t("doneCounts", { c: counts.create, u: counts.update, s: counts.skip, r: counts.reject })}
        </p>
      </Card>
      {left.length === 0 ? null : (
        <Card className="grid gap-2">
          <h2 className="font-semibold">{t("left", { n: left.length })}</h2>
          <ul>
            {left.map(({ id, name }) => (
              <li key={id}>
                <Link className="link" href={routes.lead(team, id)}>
                  <bdi>{name ?? id}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ErrorGroups groups={groups} rejected={counts.reject} />
      {counts.reject === 0 || state === "undone" ? null : (
        <p>
          <a className="link" href={routes.importRejected(team, batch.id)}>
            {t("downloadErrors")}
          </a>
        </p>
      )}
      {canUndo ? (
        <ActionForm action={action} className="grid gap-2">
          <input type="hidden" name="id" value={batch.id} />
          <p className="max-w-prose text-muted">{t("undoHint")}</p>
          <FormEnd submit={t("undo")} tone="danger" />
        </ActionForm>
      ) : null}
    </div>
  );
}

type DoneStepProps = {
  readonly team: string;
  readonly batch: { readonly id: string; readonly counts: ImportCounts; readonly state: ImportState };
  readonly groups: readonly ErrorGroup[];
  readonly canUndo: boolean;
  readonly left: readonly { readonly id: string; readonly name: string | null }[];
  readonly action: FormAction<{ readonly id: ImportBatchId; readonly left: number }>;
};
