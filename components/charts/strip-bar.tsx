import { useLocale, useTranslations } from "next-intl";
import type { Counted } from "@/lib/domain/metrics/counted";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import type { CountLink } from "./count-link";
import { isDrawn } from "./scale";
import { SegmentBar, Swatch } from "./segment-bar";
import type { Segment, SegmentKind } from "./segments";
import { TargetWords } from "./target-words";

/** One bar under its name and its 100 %, with what its parts are in words; under ten it is the words alone. */
export function StripBar({
  name,
  whole,
  rate,
  headed = null,
  target = null,
  segments,
  thin = false,
  ...legend
}: StripBarProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const text = rateText(rate, format);
  const head = headed === null ? null : rateText(headed, format);
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">
          {name}
          {head?.kind === "percent" ? ` ${head.value}` : null}
          {rate.preliminary ? <span className="font-normal text-muted"> · {t("evidence.prelimShort")}</span> : null}
        </span>
        <span className="text-sm text-muted">{whole}</span>
      </p>
      {isDrawn(rate) ? (
        <SegmentBar
          segments={segments}
          label={thin ? undefined : text.value}
          preliminary={rate.preliminary}
          {...{ target, thin }}
        />
      ) : (
        <p className="text-sm text-muted">{t("evidence.few")}</p>
      )}
      {target === null ? null : (
        <p className="text-sm">
          <TargetWords {...{ rate, target }} />
        </p>
      )}
      {legend.counted === undefined ? null : (
        <Legend {...{ segments, rate }} counted={legend.counted} count={legend.count} />
      )}
    </div>
  );
}

type StripBarProps = {
  readonly name: string;
  readonly whole: string;
  readonly rate: Rate;
  /** The rate to print beside the name, where the bar itself cannot carry it. */
  readonly headed?: Rate | null;
  /** 0–1. */
  readonly target?: number | null;
  readonly segments: readonly Segment[];
  readonly thin?: boolean;
} & (
  | { readonly counted: CountedParts; readonly count: CountLink }
  | { readonly counted?: undefined; readonly count?: undefined }
);

type CountedParts = Readonly<Partial<Record<SegmentKind, Counted>>>;

function Legend({ segments, rate, counted, count }: LegendProps) {
  const t = useTranslations("figures.strip.part");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {segments.map(({ kind, count: n }) => {
        const path = counted[kind];
        if (kind === "rest" || kind === "passed" || kind === "unseen" || path === undefined) return null;
        return (
          <li key={kind} className="flex items-center gap-1.5">
            <Swatch kind={kind} preliminary={rate.preliminary} />
            <span>{t.rich(kind, { n, k: () => count(path, n) })}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface LegendProps {
  readonly segments: readonly Segment[];
  readonly rate: Rate;
  readonly counted: CountedParts;
  readonly count: CountLink;
}
