import { useLocale, useTranslations } from "next-intl";
import { SegmentBar, Swatch } from "@/components/charts/segment-bar";
import type { Segment } from "@/components/charts/segments";
import type { Shown, SharedRate } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { asRate, isShown } from "./as-rows";

/** A bar under its name and its 100 %, with what of it is shown in words; under ten it is the words alone. */
export function PartlySeenBar({ name, whole, rate, of, segments, thin = false, hasLegend = true }: PartlySeenBarProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const text = rate !== null && isShown(rate) ? rateText(asRate(rate), format) : null;
  const percent = text?.kind === "percent" ? text.value : undefined;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">
          {name}
          {thin && percent !== undefined ? ` ${percent}` : null}
          {rate?.preliminary ? <span className="font-normal text-muted"> · {t("evidence.prelimShort")}</span> : null}
        </span>
        <span className="text-sm text-muted">{whole}</span>
      </p>
      {of !== "hidden" && of < 10 ? (
        <p className="text-sm text-muted">{t("evidence.few")}</p>
      ) : (
        <SegmentBar
          segments={segments}
          label={thin ? undefined : percent}
          preliminary={rate?.preliminary ?? false}
          thin={thin}
        />
      )}
      {hasLegend ? <Legend segments={segments} preliminary={rate?.preliminary ?? false} /> : null}
    </div>
  );
}

interface PartlySeenBarProps {
  readonly name: string;
  readonly whole: string;
  /** `null`: of no rate. */
  readonly rate: SharedRate | null;
  /** How many the whole bar is. */
  readonly of: Shown;
  readonly segments: readonly Segment[];
  readonly thin?: boolean;
  readonly hasLegend?: boolean;
}

function Legend({ segments, preliminary }: { readonly segments: readonly Segment[]; readonly preliminary: boolean }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {segments.map(({ kind, count: n }) =>
        kind === "rest" || kind === "passed" ? null : (
          <li key={kind} className="flex items-center gap-1.5">
            <Swatch kind={kind} preliminary={preliminary} />
            <span>
              {kind === "unseen"
                ? t("evidence.hidden")
                : t.rich(`figures.strip.part.${kind}`, { n, k: () => format.count(n) })}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
