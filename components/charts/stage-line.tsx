import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { percentOf } from "./scale";
import type { DayScale } from "./stage-scale";

const LOOKS = {
  lead: { fill: "fill-lead", stroke: "stroke-lead" },
  opportunity: { fill: "fill-opp", stroke: "stroke-opp" },
} as const;

/** One stage on the scale of days: the band of its middle half, where half have left, and what stands longer than usual. */
export function StageLine({ time, scale, dot }: StageLineProps) {
  const { quarterDays, medianDays, threeQuartersDays, stage, longest } = time;
  const look = LOOKS[stage.subject];
  const end = threeQuartersDays ?? scale.max;
  return (
    <svg width="100%" height="36" className="col-span-full block overflow-visible @lg:col-span-1">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          {...{ x1: percentOf(scale.at(tick)), x2: percentOf(scale.at(tick)), y1: 0, y2: 36 }}
          className="stroke-grid"
        />
      ))}
      {quarterDays === null ? null : (
        <rect
          x={percentOf(scale.at(quarterDays))}
          width={percentOf(Math.max(0.004, scale.at(end) - scale.at(quarterDays)))}
          {...{ y: 11, height: 14, rx: 3, strokeWidth: 2, strokeOpacity: 0.8, fillOpacity: 0.28 }}
          {...(threeQuartersDays === null ? { strokeDasharray: "6 4" } : {})}
          className={`${look.fill} ${look.stroke}`}
        />
      )}
      {medianDays === null ? null : (
        <line
          {...{ x1: percentOf(scale.at(medianDays)), x2: percentOf(scale.at(medianDays)), y1: 5, y2: 31 }}
          strokeWidth="5"
          className={look.stroke}
        />
      )}
      {drawnOf(longest, scale).map((record, index) => (
        <svg
          key={record.id}
          x={percentOf(scale.at(record.days))}
          y={LANES[index % LANES.length]}
          className="overflow-visible"
        >
          {dot(
            record,
            <>
              <circle r="12" className="fill-transparent" />
              <circle r="4" strokeWidth="1.5" className="fill-card stroke-fg" />
            </>,
          )}
        </svg>
      ))}
    </svg>
  );
}

/** So that records of the same age do not hide one another. */
const LANES = [18, 8, 28];

/** Beyond the end of the scale all stand at one place, where there is room for one in each lane. */
function drawnOf(longest: StageTime["longest"], scale: DayScale): StageTime["longest"] {
  const beyond = longest.filter(({ days }) => days >= scale.max);
  return [...beyond.slice(0, LANES.length), ...longest.filter(({ days }) => days < scale.max)];
}

interface StageLineProps {
  readonly time: StageTime;
  readonly scale: DayScale;
  /** Makes the mark of a record a way to it, where there is one. */
  readonly dot: (record: StageTime["longest"][number], mark: React.ReactNode) => React.ReactNode;
}
