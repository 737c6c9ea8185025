import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import { SeenRow } from "./seen-row";

/** Puts a row away. Its children ask what else must be known. */
export function ArchiveForm({ row, text, action, children }: ArchiveFormProps) {
  const t = useTranslations("settings");
  return (
    <ActionForm action={action} className="grid gap-3 border-t border-line pt-4">
      <SeenRow id={row.id} version={row.version} />
      <p className="text-sm text-muted">{text}</p>
      {children}
      <FormEnd submit={t("archiveOf", { name: row.name })} tone="danger" />
    </ActionForm>
  );
}

type ArchiveFormProps = {
  readonly row: { readonly id: string; readonly version: number; readonly name: string };
  readonly text: string;
  readonly action: FormAction<void>;
  readonly children?: React.ReactNode;
};
