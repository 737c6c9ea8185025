import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";

export const BULK_FORM_ID = "bulk";

/** Selects one record of a list for the form below it, wherever in the page the box stands. */
export function SelectBox({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations("bulk");
  return <Checkbox form={BULK_FORM_ID} name="ids" value={id} aria-label={t("selectOf", { name })} />;
}
