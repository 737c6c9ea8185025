import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import { ConflictOffer } from "./conflict-offer";
import { Step } from "./step";

/** Empties what is about a person, for good; the page then says that it is done. */
export function EraseStep({ record, subject, hidden, action }: EraseStepProps) {
  const t = useTranslations("erase");
  return (
    <Step title={t("title")} hidden={hidden}>
      <ActionForm action={action} className="mt-3 grid gap-4">
        <input type="hidden" name="id" value={record.id} />
        <input type="hidden" name="version" value={record.version} />
        <p className="text-muted">
          {t(subject)} {t("others")}
        </p>
        <CheckboxField name="understood" label={t("confirm")} messages={{ required: t("confirmError") }} />
        <FormEnd submit={t("submit")} tone="danger" />
        <ConflictOffer />
      </ActionForm>
    </Step>
  );
}

type EraseStepProps = {
  readonly record: { readonly id: string; readonly version: number };
  readonly subject: "lead" | "opportunity";
  readonly hidden: boolean;
  readonly action: FormAction<void>;
};
