import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { formatFor } from "@/lib/i18n/format";
import { type ChannelMap, type MapPoint, productCurve, spreadLabels } from "./map-points";
import { STEP_MARKS } from "./marks";
import { percentOf, type Scale } from "./scale";

const HEIGHT = 360;
const EDGE = 24;
const LINE = 17;
const CURVES = [0.05, 0.1, 0.2];

const down = (scale: Scale, share: number) => EDGE + (1 - scale.at(share)) * (HEIGHT - 2 * EDGE);

/** Channels placed by both steps. Filled where both clearly differ from the rest, else hollow; grey is too few to rank. */
export function ChannelMapDrawing({ map, names, hasCurves, link }: ChannelMapDrawingProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { scaleX, scaleY, points, cross } = map;
  const tick = (share: number) => format.percent({ value: share * 100, digits: 0, bound: "exact" });
  return (
    <div className="grid gap-1">
      <p className="text-sm font-medium">
        <span aria-hidden className={STEP_MARKS.step2.text}>
          {STEP_MARKS.step2.sign}{" "}
        </span>
        {names.y} ↑
      </p>
      <div className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
        <svg aria-hidden width="100%" height={HEIGHT} className="block overflow-visible">
          {scaleY.ticks.map((share) => (
            <text key={share} y={down(scaleY, share) + 4} className="fill-muted text-xs">
              {tick(share)}
            </text>
          ))}
        </svg>
        <svg width="100%" height={HEIGHT} className="block overflow-visible">
          <g aria-hidden>
            <Ground {...{ scaleX, scaleY, hasCurves }} />
            <Cross {...{ scaleX, scaleY, cross }} />
            <Corners />
          </g>
          <Points {...{ scaleX, scaleY, points, link }} />
        </svg>
        <svg aria-hidden width="100%" height="18" className="col-start-2 block overflow-visible">
          {scaleX.ticks.map((share, index) => (
            <text
              key={share}
              x={percentOf(scaleX.at(share))}
              y="14"
              textAnchor={index === 0 ? "start" : index === scaleX.ticks.length - 1 ? "end" : "middle"}
              className="fill-muted text-xs"
            >
              {tick(share)}
            </text>
          ))}
        </svg>
      </div>
      <p className="text-right text-sm font-medium">
        <span aria-hidden className={STEP_MARKS.step1.text}>
          {STEP_MARKS.step1.sign}{" "}
        </span>
        {names.x} →
      </p>
      {hasCurves ? <p className="text-sm text-muted">{t("figures.map.curves")}</p> : null}
    </div>
  );
}

interface ChannelMapDrawingProps {
  readonly map: ChannelMap;
  readonly names: { readonly x: string; readonly y: string };
  /** By start date the two steps multiply. */
  readonly hasCurves: boolean;
  readonly link: MapLink;
}

/** Wraps a point in the way to its channel, where there is one. */
export type MapLink = (point: MapPoint, drawn: React.ReactNode) => React.ReactNode;

type Scales = Pick<ChannelMap, "scaleX" | "scaleY">;

function Ground({ scaleX, scaleY, hasCurves }: Scales & { readonly hasCurves: boolean }) {
  const t = useTranslations("figures.map");
  const curves = hasCurves ? CURVES.flatMap((share) => curveOf(share, { scaleX, scaleY })) : [];
  return (
    <>
      {scaleX.ticks.map((share) => (
        <line
          key={share}
          {...{ x1: percentOf(scaleX.at(share)), x2: percentOf(scaleX.at(share)), y1: EDGE, y2: HEIGHT - EDGE }}
          className={share === 0 ? "stroke-edge" : "stroke-grid"}
        />
      ))}
      {scaleY.ticks.map((share) => (
        <line
          key={share}
          {...{ x2: "100%", y1: down(scaleY, share), y2: down(scaleY, share) }}
          className={share === 0 ? "stroke-edge" : "stroke-grid"}
        />
      ))}
      <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
        {curves.map(({ share, path }) => (
          <path
            key={share}
            d={path}
            vectorEffect="non-scaling-stroke"
            strokeWidth="1"
            className="fill-none stroke-line"
          />
        ))}
      </svg>
      {curves.map(({ share, end }) => (
        <text key={share} x={percentOf(end[0])} y={end[1] - 5} textAnchor="end" className="fill-muted text-xs">
          {t("of100", { n: share * 100 })}
        </text>
      ))}
    </>
  );
}

function curveOf(share: number, { scaleX, scaleY }: Scales) {
  const points = productCurve(share, scaleX, scaleY).map(
    ([x, up]) => [x, EDGE + (1 - up) * (HEIGHT - 2 * EDGE)] as const,
  );
  const end = points.at(-1);
  if (end === undefined) return [];
  return [{ share, end, path: `M${points.map(([x, y]) => `${(x * 100).toFixed(2)} ${y.toFixed(1)}`).join("L")}` }];
}

function Cross({ scaleX, scaleY, cross }: Scales & Pick<ChannelMap, "cross">) {
  const look = { strokeDasharray: "4 3", className: "stroke-muted" };
  const [x, y] = [percentOf(scaleX.at(cross.step1)), down(scaleY, cross.step2)];
  return (
    <>
      <line {...{ x1: x, x2: x, y1: EDGE, y2: HEIGHT - EDGE }} {...look} />
      <line {...{ x1: 0, x2: "100%", y1: y, y2: y }} {...look} />
    </>
  );
}

function Corners() {
  const t = useTranslations("blocks.mapCorner");
  const [top, bottom] = [EDGE - 8, HEIGHT - 6];
  return (
    <g className="fill-muted text-xs">
      <text y={top}>{t("fewGood")}</text>
      <text x="100%" y={top} textAnchor="end">
        {t("both")}
      </text>
      <text y={bottom}>{t("neither")}</text>
      <text x="100%" y={bottom} textAnchor="end">
        {t("manyIn")}
      </text>
    </g>
  );
}

function Points({
  scaleX,
  scaleY,
  points,
  link,
}: Scales & Pick<ChannelMapDrawingProps, "link"> & Pick<ChannelMap, "points">) {
  const heights = spreadLabels(
    points.map(({ y }) => down(scaleY, y.value ?? 0)),
    LINE,
  );
  return points.map((point, index) => (
    <Bubble key={point.row.key ?? "none"} {...{ point, scaleX, scaleY, link }} labelAt={heights[index] ?? 0} />
  ));
}

const LOOKS = {
  clear: { bubble: "fill-fg stroke-card", range: "stroke-fg" },
  unclear: { bubble: "fill-card stroke-fg", range: "stroke-fg" },
  thin: { bubble: "fill-card stroke-edge", range: "stroke-edge" },
} as const satisfies Record<MapPoint["certainty"], object>;

function Bubble({ point, scaleX, scaleY, labelAt, link }: BubbleProps) {
  const { x, y, radius, certainty, row } = point;
  const look = LOOKS[certainty];
  const [atX, atY] = [scaleX.at(x.value ?? 0), down(scaleY, y.value ?? 0)];
  const isRight = atX > 0.55;
  const range = { strokeWidth: 2, strokeOpacity: 0.72, className: look.range };
  return (
    <g>
      <g aria-hidden>
        <line
          {...{ x1: percentOf(scaleX.at(x.low ?? 0)), x2: percentOf(scaleX.at(x.high ?? 0)) }}
          y1={atY}
          y2={atY}
          {...range}
        />
        <line
          {...{ x1: percentOf(atX), x2: percentOf(atX), y1: down(scaleY, y.low ?? 0), y2: down(scaleY, y.high ?? 0) }}
          {...range}
        />
      </g>
      {link(
        point,
        <>
          <circle
            cx={percentOf(atX)}
            cy={atY}
            r={Math.max(radius, 14)}
            className="fill-transparent stroke-transparent"
          />
          <circle cx={percentOf(atX)} cy={atY} r={radius} strokeWidth="2" className={look.bubble} />
          <foreignObject
            x={isRight ? 0 : percentOf(atX)}
            width={percentOf(isRight ? atX : 1 - atX)}
            y={labelAt - 21}
            height="20"
            transform={`translate(${isRight ? -radius : radius})`}
            className="pointer-events-none"
          >
            <div className={cx("flex", isRight ? "justify-end pr-1 pl-6" : "pr-6 pl-1")}>
              <span className="truncate rounded-sm bg-card/85 px-1 text-sm leading-5 font-medium">{row.name}</span>
            </div>
          </foreignObject>
        </>,
      )}
    </g>
  );
}

interface BubbleProps extends Scales {
  readonly point: MapPoint;
  readonly labelAt: number;
  readonly link: MapLink;
}
