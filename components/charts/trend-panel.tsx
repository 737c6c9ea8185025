import { useId } from "react";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Format } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Mark, type MarkColour, type MarkShape, THIN_COLOUR } from "./marks";
import { isDrawn, percentOf, type Scale } from "./scale";
import { Dots } from "./segment-bar";
import { placeOf, type Trend, type TrendPoint, type TrendRate } from "@/lib/domain/metrics/trend-points";

const HEIGHT = 104;
const EDGE = 10;

/** One rate over time: preliminary points are hollow on a shaded ground, their lines dashed, and the last is named. */
export function TrendPanel({ trend, scale, format, name, mark, isUnseen, children }: TrendPanelProps) {
  const unseen = trend.points.map((point) => isUnseen(point, name));
  const rates = trend.points.map((point) => point.rates[name]);
  const y = (share: number) => HEIGHT - EDGE - scale.at(share) * (HEIGHT - 2 * EDGE);
  const points = rates.flatMap((rate, index) =>
    isDrawn(rate) && rate.value !== null
      ? [{ rate, index, x: placeOf(index, rates.length), y: y(rate.value), text: rateText(rate, format).value }]
      : [],
  );
  const last = points.at(-1);
  return (
    <div className="grid gap-1">
      <p className="text-sm font-medium">
        <span aria-hidden className={mark.text}>
          {mark.sign}{" "}
        </span>
        {children}
      </p>
      <div aria-hidden className="grid grid-cols-[2.25rem_minmax(0,1fr)_2.75rem]">
        <svg width="100%" height={HEIGHT} className="block overflow-visible">
          {scale.ticks.map((tick) => (
            <text key={tick} x="0" y={y(tick) + 4} className="fill-muted text-xs">
              {format.percent({ value: tick * 100, digits: 0, bound: "exact" })}
            </text>
          ))}
        </svg>
        <svg width="100%" height={HEIGHT} className="block overflow-visible">
          <Columns {...{ rates, unseen }} top={y(scale.max)} height={y(0) - y(scale.max)} />
          {scale.ticks.map((tick) => (
            <line
              key={tick}
              x2="100%"
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? "stroke-edge" : "stroke-grid"}
            />
          ))}
          <Earlier rates={trend.before.map((point) => point?.rates[name] ?? null)} of={trend.points.length} y={y} />
          <Lines points={points} stroke={mark.stroke} isBroken={(from, to) => unseen.slice(from, to).includes(true)} />
          {points.map(({ rate, ...point }) => (
            <Mark
              key={point.x}
              {...{ shape: mark.shape, x: point.x, y: point.y, hollow: rate.preliminary }}
              colour={rate.evidence === "thin" ? THIN_COLOUR : mark}
            />
          ))}
          {last === undefined ? null : (
            <text x={percentOf(last.x)} dx="12" y={last.y + 5} className="fill-fg text-sm font-semibold">
              {last.text}
            </text>
          )}
        </svg>
      </div>
    </div>
  );
}

/** The ground of each point that is not settled: shaded where it is preliminary, dotted where it is not shown. */
function Columns({ rates, unseen, ...size }: ColumnsProps) {
  const dots = useId();
  const place = (index: number) => ({ x: percentOf(index / rates.length), width: percentOf(1 / rates.length) });
  return (
    <>
      <Dots id={dots} />
      {rates.map(({ preliminary }, index) => {
        const at = { ...place(index), y: size.top, height: size.height };
        if (unseen[index]) return <rect key={index} {...at} fill={`url(#${dots})`} />;
        return preliminary ? <rect key={index} {...at} className="fill-open" /> : null;
      })}
    </>
  );
}

interface ColumnsProps {
  readonly rates: readonly Rate[];
  readonly unseen: readonly boolean[];
  /** In pixels. */
  readonly top: number;
  readonly height: number;
}

/** What the rate was at the same place of the period compared with: thin, dotted, and without marks. */
function Earlier({ rates, of, y }: EarlierProps) {
  const points = rates.flatMap((rate, index) =>
    rate !== null && isDrawn(rate) && rate.value !== null
      ? [`${(placeOf(index, of) * 100).toFixed(2)} ${y(rate.value).toFixed(1)}`]
      : [],
  );
  if (points.length === 0) return null;
  return (
    <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
      <path
        d={`M${points.join("L")}`}
        vectorEffect="non-scaling-stroke"
        strokeWidth="1.5"
        strokeDasharray="1.5 3"
        className="fill-none stroke-muted"
      />
    </svg>
  );
}

interface EarlierProps {
  readonly rates: readonly (Rate | null)[];
  readonly of: number;
  readonly y: (share: number) => number;
}

interface TrendPanelProps {
  readonly trend: Trend;
  readonly scale: Scale;
  readonly format: Format;
  readonly name: TrendRate;
  readonly mark: MarkColour & { readonly shape: MarkShape; readonly sign: string; readonly text: string };
  readonly isUnseen: IsUnseen;
  readonly children: React.ReactNode;
}

/** Whether a reader is not told this rate of this point: its place is dotted, and no line crosses it. */
export type IsUnseen = (point: Pick<TrendPoint, "key">, name: TrendRate) => boolean;

interface Point {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly rate: { readonly preliminary: boolean };
}

/** Between points that are settled, and dashed from and to a preliminary one. */
function Lines({ points, stroke, isBroken }: LinesProps) {
  const steps = points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (from === undefined || isBroken(from.index, to.index)) return [];
    return [{ isYoung: from.rate.preliminary || to.rate.preliminary, d: stepOf(from, to) }];
  });
  const pathOf = (isYoung: boolean) => steps.filter((step) => step.isYoung === isYoung).map(({ d }) => d);
  const look = { vectorEffect: "non-scaling-stroke", strokeWidth: 2, className: `fill-none ${stroke}` } as const;
  return (
    <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
      <path d={pathOf(false).join("")} {...look} />
      <path d={pathOf(true).join("")} strokeDasharray="5 4" {...look} />
    </svg>
  );
}

interface LinesProps {
  readonly points: readonly Point[];
  readonly stroke: string;
  readonly isBroken: (from: number, to: number) => boolean;
}

function stepOf(from: Point, to: Point): string {
  const at = ({ x, y }: Point) => `${(x * 100).toFixed(2)} ${y.toFixed(1)}`;
  return `M${at(from)}L${at(to)}`;
}
