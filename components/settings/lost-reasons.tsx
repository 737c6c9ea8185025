import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { LostReasonId } from "@/lib/domain/ids";
import { ArchiveForm } from "./archive-form";
import { Disclosure } from "./disclosure";
import { NameForm } from "./name-form";

export function LostReasons({ reasons, actions }: LostReasonsProps) {
  const t = useTranslations();
  return (
    <Card className="grid gap-4">
      <ul className="grid gap-2">
        {reasons.map((reason) => (
          <li key={reason.id} className="grid gap-2 rounded-card border border-line px-3 py-2">
            <bdi className="break-words">{reason.name}</bdi>
            {actions === null ? null : (
              <Disclosure summary={t("settings.editOf", { name: reason.name })}>
                <NameForm row={reason} action={actions.rename} />
                <ArchiveForm row={reason} text={t("settings.archiveLead")} action={actions.archive} />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {actions === null ? null : (
        <Disclosure summary={t("settings.newReason")}>
          <ActionForm action={actions.add} className="grid max-w-md gap-3">
            <TextField name="name" label={t("settings.name")} autoComplete="off" />
            <FormEnd submit={t("settings.add")} okMessage={t("common.saved")} />
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  );
}

type LostReasonsProps = {
  readonly reasons: readonly { readonly id: string; readonly name: string; readonly version: number }[];
  readonly actions: {
    readonly add: FormAction<{ readonly id: LostReasonId }>;
    readonly rename: FormAction<void>;
    readonly archive: FormAction<void>;
  } | null;
};
