import { useTranslations } from "next-intl";
import { type BlockId, MIDDLE_BLOCKS } from "@/lib/domain/metrics/report-blocks";
import type { FailedWords } from "./failed-card";

/** What is said in place of a block that failed, with the id under which it was logged where there is one. */
export function useFailedWords(id: BlockId, errorId?: string): FailedWords {
  const t = useTranslations();
  const named = MIDDLE_BLOCKS.find((block) => block === id);
  return {
    title: named === undefined ? "" : t(`blocks.${named}`),
    text: errorId === undefined ? t("common.chartFailed") : t("common.chartFailedAs", { id: errorId }),
    retry: t("common.retry"),
  };
}
