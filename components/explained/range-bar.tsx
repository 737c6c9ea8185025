import { useLocale } from "next-intl";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** One rate against its own hundred per cent, with its likely range beneath. */
export function RangeBar({ rate, name, whole, fill }: RangeBarProps) {
  const text = rateText(rate, formatFor(useLocale()));
  const at = (share: number | null) => `${(share ?? 0) * 100}%`;
  return (
    <div className="grid gap-1">
      <p className="flex justify-between gap-3 text-sm">
        <span className="font-medium">{name}</span>
        <span className="text-muted">{whole}</span>
      </p>
      <svg aria-hidden width="100%" height="36" className="block overflow-visible">
        <rect y="1" width={at(1)} height="22" rx="3" className="fill-none stroke-edge" />
        <rect y="1" width={at(rate.value)} height="22" rx="3" className={fill} />
        <text x={at(rate.value)} dx="8" y="17" className="fill-fg text-sm font-medium">
          {text.value}
        </text>
        <line x1={at(rate.low)} x2={at(rate.high)} y1="31" y2="31" strokeWidth="3" className="stroke-muted" />
      </svg>
    </div>
  );
}

type RangeBarProps = { readonly rate: Rate; readonly name: string; readonly whole: string; readonly fill: string };
