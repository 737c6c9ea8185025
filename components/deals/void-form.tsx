"use client";

import { useTranslations } from "next-intl";
import { PassingForm } from "@/components/opportunities/passing-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { showToast } from "@/components/ui/toast";
import type { FormAction } from "@/lib/domain/action-state";

/** Folded until it is wanted; what opens says what will be undone, and only its button does it. */
export function VoidForm({ deal, name, action }: VoidFormProps) {
  const t = useTranslations();
  return (
    <details>
      <summary className="link w-fit cursor-pointer whitespace-nowrap">
        {t("deals.void")}
        <span className="sr-only"> {name}</span>
      </summary>
      <PassingForm
        action={action}
        onOk={() => showToast(t("deals.voidTold", { n: name }))}
        failed={t("common.saveFailed")}
        className="mt-2 grid max-w-sm gap-2 text-left whitespace-normal"
      >
        <input type="hidden" name="id" value={deal.id} />
        <input type="hidden" name="version" value={deal.version} />
        <p className="text-sm text-muted">{t("deals.voidNote")}</p>
        <ErrorSummary />
        <SubmitButton tone="danger" size="sm" className="w-fit">
          {t("deals.voidDo")}
        </SubmitButton>
      </PassingForm>
    </details>
  );
}

type VoidFormProps = {
  readonly deal: { readonly id: string; readonly version: number };
  readonly name: string;
  readonly action: FormAction<void>;
};
