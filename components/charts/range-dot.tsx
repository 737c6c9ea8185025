import type { Rate } from "@/lib/domain/metrics/rate";
import { Mark, STEP_MARKS, THIN_COLOUR } from "./marks";
import { isDrawn, percentOf, type Scale } from "./scale";
import { TargetMark } from "./target-mark";

/** One rate on the scale of its table: its likely range as a line, and a dashed line where all of them stand. */
export function RangeDot({ rate, all, target, scale, step }: RangeDotProps) {
  const { value, low, high } = rate;
  const mark = STEP_MARKS[step];
  const colour = rate.evidence === "thin" ? THIN_COLOUR : mark;
  return (
    <svg aria-hidden width="100%" height="44" className="block overflow-visible">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          {...{ x1: percentOf(scale.at(tick)), x2: percentOf(scale.at(tick)), y1: 0, y2: 44 }}
          className="stroke-grid"
        />
      ))}
      {all.value === null || !isDrawn(all) ? null : (
        <line
          {...{ x1: percentOf(scale.at(all.value)), x2: percentOf(scale.at(all.value)), y1: 0, y2: 44 }}
          strokeDasharray="4 3"
          className="stroke-muted"
        />
      )}
      {target === null ? null : <TargetMark place={scale.at(target)} top={10} bottom={34} />}
      {!isDrawn(rate) || value === null || low === null || high === null ? null : (
        <>
          <line
            {...{ x1: percentOf(scale.at(low)), x2: percentOf(scale.at(high)), y1: 22, y2: 22 }}
            strokeWidth="3"
            strokeOpacity="0.72"
            {...(rate.preliminary ? { strokeDasharray: "5 4" } : {})}
            className={colour.stroke}
          />
          <Mark shape={mark.shape} x={scale.at(value)} y={22} colour={colour} hollow={rate.preliminary} />
        </>
      )}
    </svg>
  );
}

interface RangeDotProps {
  readonly rate: Rate;
  readonly all: Rate;
  /** Its own, 0–1. */
  readonly target: number | null;
  readonly scale: Scale;
  readonly step: "step1" | "step2";
}
