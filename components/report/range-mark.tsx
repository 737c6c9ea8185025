import type { Rate } from "@/lib/domain/metrics/rate";

/** Where the rate probably lies, on its own 0 to 100 %. */
export function RangeMark({ rate, stroke, fill }: RangeMarkProps) {
  if (rate.value === null || rate.low === null || rate.high === null) return null;
  const at = (share: number) => `${share * 100}%`;
  return (
    <svg aria-hidden width="100%" height="14" className="block overflow-visible">
      <line x1="0" x2="100%" y1="7" y2="7" strokeWidth="1" className="stroke-edge" />
      <line x1="0" x2="0" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1="100%" x2="100%" y1="2" y2="12" strokeWidth="1" className="stroke-edge" />
      <line x1={at(rate.low)} x2={at(rate.high)} y1="7" y2="7" strokeWidth="5" className={stroke} />
      <circle cx={at(rate.value)} cy="7" r="6" strokeWidth="2" className={`stroke-card ${fill}`} />
    </svg>
  );
}

interface RangeMarkProps {
  readonly rate: Rate;
  readonly stroke: string;
  readonly fill: string;
}
