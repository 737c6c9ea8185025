"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useActionForm } from "@/components/ui/form-context";

/**
 * For the second of two editors, whose text still stands in the form: fetches the newer record around it, or sends the text
 * once more for the version that is there now.
 */
export function ConflictOffer() {
  const t = useTranslations("common");
  const { state } = useActionForm();
  const router = useRouter();
  if (state.status !== "refused" || state.code !== "conflict") return null;
  const version = state.details?.version;
  const saveMine = ({ currentTarget: { form } }: React.MouseEvent<HTMLButtonElement>) => {
    const seen = form?.elements.namedItem("version");
    if (seen instanceof HTMLInputElement) seen.value = String(version);
    form?.requestSubmit();
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => router.refresh()}>{t("conflictView")}</Button>
      {version === undefined ? null : (
        <Button tone="ghost" onClick={saveMine}>
          {t("conflictKeep")}
        </Button>
      )}
    </div>
  );
}
