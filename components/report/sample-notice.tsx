import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";

/** Says that these are not the team's own figures; who may, takes them away with one click. */
export function SampleNotice({ remove }: { readonly remove: FormAction<{ left: number }> | null }) {
  const t = useTranslations("report");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-dashed border-edge px-3 py-2">
      <p>{t("sample")}</p>
      {remove === null ? null : (
        <ActionForm action={remove} data-print="hide">
          <SubmitButton tone="secondary" size="sm">
            {t("sampleRemove")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
