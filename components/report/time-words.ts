import { useLocale, useTranslations } from "next-intl";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { formatFor } from "@/lib/i18n/format";

/** The times of a stage in words: too few are said to be, and what has not come yet is not given a number. */
export function useTimeWords() {
  const t = useTranslations("figures.time");
  const format = formatFor(useLocale());
  const days = (n: number) => t("days", { n });
  return {
    days,
    half: ({ visits, medianDays }: StageTime): string => {
      if (visits < 10) return t("tooFew", { n: format.count(visits) });
      return medianDays === null ? t("notYet") : days(medianDays);
    },
    /** `null` where nothing is known. */
    quarters: ({ quarterDays: lo, threeQuartersDays: hi }: StageTime): string | null => {
      if (lo === null) return null;
      return hi === null
        ? t("from", { lo: format.count(lo) })
        : t("between", { lo: format.count(lo), hi: format.count(hi) });
    },
  };
}
