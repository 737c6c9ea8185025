import { Mark, type MarkColour, type MarkShape } from "@/components/charts/marks";
import type { Rate } from "@/lib/domain/metrics/rate";

/** Where the rate probably lies, on its own 0 to 100 %. */
export function RangeMark({ rate, shape, colour }: RangeMarkProps) {
  if (rate.value === null || rate.low === null || rate.high === null) return null;
  const at = (share: number) => `${share * 100}%`;
  return (
    <svg aria-hidden width="100%" height="14" className="block overflow-visible">
      <line x1="0" x2="100%" y1="7" y2="7" strokeWidth="1" className="stroke-edge" />
      <line x1="0" x2="0" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1="100%" x2="100%" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1={at(rate.low)} x2={at(rate.high)} y1="7" y2="7" strokeWidth="5" className={colour.stroke} />
      <Mark shape={shape} x={rate.value} y={7} colour={colour} />
    </svg>
  );
}

interface RangeMarkProps {
  readonly rate: Rate;
  readonly shape: MarkShape;
  readonly colour: MarkColour;
}
