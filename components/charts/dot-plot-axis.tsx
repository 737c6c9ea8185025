import { cx } from "class-variance-authority";
import type { Format } from "@/lib/i18n/format";
import { percentOf, type Scale } from "./scale";

/** The names of the scale's lines, above the marks and as wide as they. */
export function DotPlotAxis({ scale, format, className }: DotPlotAxisProps) {
  return (
    <div
      aria-hidden
      className={cx(
        "grid grid-cols-[minmax(0,1fr)_5rem] gap-x-3 pt-2 print:grid-cols-[minmax(0,1fr)_4.5rem] print:gap-x-2",
        className,
      )}
    >
      <svg width="100%" height="14" className="block overflow-visible">
        {scale.ticks.map((tick, index) => (
          <text
            key={tick}
            {...{ x: percentOf(scale.at(tick)), y: "11", textAnchor: anchorOf(index, scale) }}
            className={cx("fill-muted text-xs", isBetween(index, scale) && "md:max-lg:hidden")}
          >
            {format.percent({ value: tick * 100, digits: 0, bound: "exact" })}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** The ends stay within the drawing, so that they stand in line with what is above and below. */
function anchorOf(index: number, { ticks }: Scale): "start" | "middle" | "end" {
  return index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle";
}

/** Two panels beside each other on a small screen or on paper have room for the ends of the scale only. */
function isBetween(index: number, { ticks }: Scale): boolean {
  return index > 0 && index < ticks.length - 1;
}

interface DotPlotAxisProps {
  readonly scale: Scale;
  readonly format: Format;
  readonly className?: string;
}
