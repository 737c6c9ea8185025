import { useLocale, useTranslations } from "next-intl";
import { compareWithTarget } from "@/lib/domain/metrics/compare";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";

/** The target of a rate, and which side of it the rate is on where that is certain. */
export function TargetWords({ rate, target }: { readonly rate: Rate; readonly target: number }) {
  const t = useTranslations("evidence");
  const percent = target * 100;
  const v = formatFor(useLocale()).percent({
    value: percent,
    digits: Number.isInteger(percent) ? 0 : 1,
    bound: "exact",
  });
  const comparison = compareWithTarget(rate, target);
  if (comparison.verdict !== "clear") return t("target", { v });
  return t("targetClear", { v, dir: comparison.direction === "above" ? "up" : "down" });
}
