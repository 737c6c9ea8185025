"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useActionForm } from "@/components/ui/form-context";

/**
 * For the second of two editors: fetches the newer record around the form, which keeps what was typed and takes over the
 * version that is seen now; or starts over from the newer one.
 */
export function ConflictOffer() {
  const t = useTranslations("leads");
  const { state } = useActionForm();
  const router = useRouter();
  if (state.status !== "refused" || state.code !== "conflict") return null;
  return (
    <div className="grid gap-2">
      <p className="text-muted">{t("conflictOffer")}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => router.refresh()}>{t("conflictLoad")}</Button>
        <Button tone="ghost" onClick={() => window.location.reload()}>
          {t("conflictDrop")}
        </Button>
      </div>
    </div>
  );
}
