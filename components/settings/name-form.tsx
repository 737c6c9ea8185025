import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { SeenRow } from "./seen-row";

/** Gives a row another name; its children are what else it can be told. */
export function NameForm({ row, action, children }: NameFormProps) {
  const t = useTranslations();
  return (
    <ActionForm action={action} className="grid max-w-md gap-3">
      <SeenRow id={row.id} version={row.version} />
      <TextField name="name" label={t("settings.name")} defaultValue={row.name} autoComplete="off" />
      {children}
      <FormEnd submit={t("common.save")} okMessage={t("common.saved")} tone="secondary" />
    </ActionForm>
  );
}

type NameFormProps = {
  readonly row: { readonly id: string; readonly version: number; readonly name: string };
  readonly action: FormAction<void>;
  readonly children?: React.ReactNode;
};
