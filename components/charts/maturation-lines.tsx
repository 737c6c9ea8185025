import { useLocale, useTranslations } from "next-intl";
import { HORIZON_DAYS, type Maturation } from "@/lib/domain/metrics/maturation";
import { formatFor } from "@/lib/i18n/format";
import { type CurvePoint, type Curves, curvesOf } from "./maturation-curves";
import { percentOf } from "./scale";

const HEIGHT = 200;
const EDGE = 14;

const down = (up: number) => EDGE + (1 - up) * (HEIGHT - 2 * EDGE);

/** The months as lines over their age: grey, the newest bold, the middle of them dashed; an expectation is a bracket. */
export function MaturationLines({ maturation }: { readonly maturation: Maturation }) {
  const t = useTranslations("figures.maturation");
  const format = formatFor(useLocale());
  const curves = curvesOf(maturation);
  if (curves === null) return null;
  const { scale, endDays } = curves;
  return (
    <div aria-hidden className="grid grid-cols-[2.5rem_minmax(0,1fr)] pr-2">
      <svg width="100%" height={HEIGHT} className="block overflow-visible">
        {scale.ticks.map((share) => (
          <text key={share} y={down(scale.at(share)) + 4} className="fill-muted text-xs">
            {format.percent({ value: share * 100, digits: 0, bound: "exact" })}
          </text>
        ))}
      </svg>
      <svg width="100%" height={HEIGHT} className="block overflow-visible">
        {scale.ticks.map((share) => (
          <line
            key={share}
            {...{ x2: "100%", y1: down(scale.at(share)), y2: down(scale.at(share)) }}
            className={share === 0 ? "stroke-edge" : "stroke-grid"}
          />
        ))}
        <Lines curves={curves} />
        <Bracket {...{ maturation, curves }} />
      </svg>
      <svg width="100%" height="18" className="col-start-2 block overflow-visible">
        {[0, endDays / 2, endDays].map((days, index) => (
          <text
            key={days}
            x={percentOf(days / endDays)}
            y="14"
            textAnchor={index === 0 ? "start" : index === 2 ? "end" : "middle"}
            className="fill-muted text-xs"
          >
            {t("days", { n: days })}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Lines({ curves: { months, newest, median } }: { readonly curves: Curves }) {
  return (
    <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
      {months.map(({ month, points }) => (
        <path
          key={month}
          d={pathOf(points)}
          vectorEffect="non-scaling-stroke"
          strokeWidth={month === newest ? 3 : 1.5}
          className={month === newest ? "fill-none stroke-fg" : "fill-none stroke-edge"}
        />
      ))}
      <path
        d={pathOf(median)}
        vectorEffect="non-scaling-stroke"
        strokeWidth="2"
        strokeDasharray="6 4"
        className="fill-none stroke-fg"
      />
    </svg>
  );
}

function pathOf(points: readonly CurvePoint[]): string {
  return `M${points.map(([x, up]) => `${(x * 100).toFixed(2)} ${down(up).toFixed(1)}`).join("L")}`;
}

function Bracket({ maturation: { expected }, curves: { scale, endDays } }: BracketProps) {
  const t = useTranslations("figures.maturation");
  const format = formatFor(useLocale());
  if (expected === null || endDays < HORIZON_DAYS) return null;
  const x = percentOf(HORIZON_DAYS / endDays);
  const [low, value] = [down(scale.at(expected.rate.low)), down(scale.at(expected.rate.value))];
  const look = { strokeWidth: 2, strokeDasharray: "3 3", className: "stroke-fg" };
  return (
    <>
      <line {...{ x1: x, x2: x, y1: low, y2: value }} {...look} />
      <svg x={x} y={value} className="overflow-visible">
        <line {...{ x1: -6, x2: 6 }} {...look} />
        <text
          {...{ x: 9, y: -4, strokeWidth: 4, paintOrder: "stroke" }}
          className="fill-fg stroke-card text-xs font-medium"
        >
          {t("expectedShort", {
            v: format.percent({ value: Math.round(expected.rate.value * 100), digits: 0, bound: "exact" }),
          })}
        </text>
      </svg>
    </>
  );
}

interface BracketProps {
  readonly maturation: Maturation;
  readonly curves: Curves;
}
