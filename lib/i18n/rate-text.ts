import { displayRate } from "@/lib/domain/metrics/display";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Format } from "./format";

/** A rate in the words of one language. `lo` goes without its sign, for «mellom 14 og 28 %». */
export type RateText = { readonly k: string; readonly n: string } & (
  | { readonly kind: "none" | "counts"; readonly value: string }
  | { readonly kind: "percent"; readonly value: string; readonly lo: string; readonly hi: string }
);

/** The only way from a rate to its printed form: too few have no percentage, and none have a dash. */
export function rateText(rate: Rate, format: Format): RateText {
  const counts = { k: format.count(rate.hits), n: format.count(rate.trials) };
  const shown = displayRate(rate);
  if (shown.kind !== "percent") return { ...counts, kind: shown.kind, value: "–" };
  return {
    ...counts,
    kind: "percent",
    value: format.percent(shown.percent),
    lo: format.percentNumber(shown.low),
    hi: format.percent(shown.high),
  };
}
