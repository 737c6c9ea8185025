import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { Format } from "@/lib/i18n/format";
import { percentOf } from "./scale";
import { placeOf, type Trend } from "@/lib/domain/metrics/trend-points";

/** The months or quarters below the panels, the year under the first of each; on a phone every third is named. */
export function TrendAxis({ trend: { unit, points }, format }: { readonly trend: Trend; readonly format: Format }) {
  const t = useTranslations("figures.trend");
  const isCrowded = points.length > 6;
  // Two years side by side would touch on a phone; the later one is enough.
  const isYearShort = isCrowded && points[0]?.key.slice(0, 4) !== points[2]?.key.slice(0, 4);
  return (
    <div aria-hidden className="grid grid-cols-[2.25rem_minmax(0,1fr)_2.75rem]">
      <svg width="100%" height="34" className="col-start-2 block overflow-visible">
        {points.map(({ key }, index) => {
          const isNamedOnPhone = !isCrowded || (points.length - 1 - index) % 3 === 0;
          const isFirstOfYear = points[index - 1]?.key.slice(0, 4) !== key.slice(0, 4);
          return (
            <g key={key} textAnchor="middle" className="fill-muted text-xs">
              <text
                x={percentOf(placeOf(index, points.length))}
                y="14"
                className={cx(!isNamedOnPhone && "max-sm:hidden")}
              >
                {unit === "month" ? format.shortMonth(key) : t("quarter", { q: key.slice(-1) })}
              </text>
              {isFirstOfYear ? (
                <text
                  x={percentOf(placeOf(index, points.length))}
                  y="30"
                  className={cx(index === 0 && isYearShort && "max-sm:hidden")}
                >
                  {key.slice(0, 4)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
