import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";

/** A day as people write it; left empty it is today. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useTranslations("leads");
  return <TextField name={name} label={label} hint={t("dayHint")} optional autoComplete="off" className="max-w-xs" />;
}
