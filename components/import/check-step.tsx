import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import type { ImportBatchId } from "@/lib/domain/ids";
import type { ImportCounts } from "@/lib/domain/import/batch";
import type { ErrorGroup } from "@/lib/domain/import/group-errors";
import { routes } from "@/lib/routes";
import { ErrorGroups } from "./error-groups";

/** What would happen, counts first, before anything has. */
export function CheckStep({ team, batch, plan, action }: CheckStepProps) {
  const t = useTranslations("import");
  const { counts, made } = plan;
  const ready = counts.create + counts.update;
  return (
    <div className="grid gap-5">
      <Card className="grid gap-2">
        <h2 className="text-lg font-semibold">
          {t("checkCounts", { ok: ready, err: counts.reject, dup: counts.skip })}
        </h2>
        <p>{t("result", { l: made.leads, o: made.opportunities, d: made.deals, u: counts.update })}</p>
        {plan.channels.length === 0 ? null : (
          <p>
            {t("newChannels", { n: plan.channels.length })} <bdi>{plan.channels.join(" · ")}</bdi>
          </p>
        )}
        {plan.undated === 0 ? null : <p>{t("noDate", { n: plan.undated })}</p>}
        {plan.faulty === 0 ? null : <p>{t("faulty", { n: plan.faulty })}</p>}
        {counts.skip === 0 ? null : <p className="text-muted">{t("skipped", { n: counts.skip })}</p>}
      </Card>
      <ErrorGroups groups={plan.groups} rejected={counts.reject} />
      {counts.reject === 0 ? null : (
        <p>
          <a className="link" href={routes.importRejected(team, batch.id)}>
            {t("downloadErrors")}
          </a>
        </p>
      )}
      {ready === 0 ? (
        <Button asChild className="w-fit">
          <Link href={routes.importBatch(team, batch.id)}>{t("backToColumns")}</Link>
        </Button>
      ) : (
        <ActionForm action={action} className="grid gap-3">
          <input type="hidden" name="id" value={batch.id} />
          <input type="hidden" name="version" value={batch.version} />
          <FormEnd submit={t("apply", { n: ready })}>
            <Button asChild>
              <Link href={routes.importBatch(team, batch.id)}>{t("backToColumns")}</Link>
            </Button>
          </FormEnd>
        </ActionForm>
      )}
    </div>
  );
}

type CheckStepProps = {
  readonly team: string;
  readonly batch: { readonly id: string; readonly version: number };
  readonly plan: {
    readonly counts: ImportCounts;
    readonly undated: number;
    readonly faulty: number;
    readonly made: { readonly leads: number; readonly opportunities: number; readonly deals: number };
    readonly channels: readonly string[];
    readonly groups: readonly ErrorGroup[];
  };
  readonly action: FormAction<ImportBatchId>;
};
