import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import { Disclosure } from "./disclosure";
import { type StageActions, useKindWords } from "./stages-section";

export function AddStageForm({ subject, kinds, action }: AddStageFormProps) {
  const t = useTranslations();
  const words = useKindWords();
  return (
    <Disclosure summary={t("settings.newStage")}>
      <ActionForm action={action} className="grid max-w-md gap-3">
        <input type="hidden" name="subject" value={subject} />
        <TextField name="name" label={t("settings.name")} autoComplete="off" />
        <SelectField
          name="kind"
          label={t("settings.kind")}
          options={kinds.map((kind) => ({ value: kind, label: words(subject, kind) }))}
        />
        <FormEnd submit={t("settings.add")} okMessage={t("common.saved")} />
      </ActionForm>
    </Disclosure>
  );
}

type AddStageFormProps = {
  readonly subject: Subject;
  readonly kinds: readonly Kind[];
  readonly action: StageActions["add"];
};
