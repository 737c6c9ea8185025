import { TargetMark } from "@/components/charts/target-mark";
import { Mark, type MarkColour, type MarkShape } from "@/components/charts/marks";
import type { Rate } from "@/lib/domain/metrics/rate";

/** Where the rate probably lies, on its own 0 to 100 %. */
export function RangeMark({ rate, target, shape, colour }: RangeMarkProps) {
  if (rate.value === null || rate.low === null || rate.high === null) return null;
  const at = (share: number) => `${share * 100}%`;
  return (
    <svg aria-hidden width="100%" height="14" className="block overflow-visible">
      <line x1="0" x2="100%" y1="7" y2="7" strokeWidth="1" className="stroke-edge" />
      <line x1="0" x2="0" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1="100%" x2="100%" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1={at(rate.low)} x2={at(rate.high)} y1="7" y2="7" strokeWidth="5" className={colour.stroke} />
      {target === null ? null : <TargetMark place={target} top={-3} bottom={17} />}
      <Mark shape={shape} x={rate.value} y={7} colour={colour} />
    </svg>
  );
}

interface RangeMarkProps {
  readonly rate: Rate;
  /** 0–1. */
  readonly target: number | null;
  readonly shape: MarkShape;
  readonly colour: MarkColour;
}
