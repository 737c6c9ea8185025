import { useLocale, useTranslations } from "next-intl";
import type { Shown, SharedRate } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";

/** A count, or that it is not shown. */
export function ShownCount({ count }: { readonly count: Shown }) {
  const t = useTranslations("evidence");
  const format = formatFor(useLocale());
  return count === "hidden" ? <span className="text-muted">{t("hidden")}</span> : format.count(count);
}

/** «24 av 120», «Ikke vist av 120», or once that neither is shown. */
export function ShownFraction({ rate: { hits, trials } }: { readonly rate: Pick<SharedRate, "hits" | "trials"> }) {
  const t = useTranslations("report");
  if (hits === "hidden" && trials === "hidden") return <ShownCount count="hidden" />;
  return t.rich("fraction", { k: () => <ShownCount count={hits} />, n: () => <ShownCount count={trials} /> });
}
