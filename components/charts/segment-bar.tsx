import { cx } from "class-variance-authority";
import { useId } from "react";
import { percentOf } from "./scale";
import { TargetMark } from "./target-mark";
import type { Segment, SegmentKind } from "./segments";

/** Parts of one whole, side by side: converted solid, open outlined, not a fit and lost hatched. Its legend says it in words. */
export function SegmentBar({ segments, label, target = null, preliminary = false, thin = false }: SegmentBarProps) {
  const hatch = useId();
  return (
    <svg aria-hidden width="100%" height={thin ? 14 : 40} className="block">
      <Hatch id={hatch} />
      <Dots id={`${hatch}dots`} />
      {segments.map(({ kind, start, share }) => (
        <svg key={kind} x={percentOf(start)} width={percentOf(share)} height="100%">
          <SegmentFill kind={kind} hatch={hatch} preliminary={preliminary} />
          {label === undefined || !CONVERTED.has(kind) || share < LABEL_FROM ? null : (
            <text
              x="12"
              y="26"
              className={cx(
                "text-base font-semibold",
                preliminary ? "fill-fg" : "fill-bg",
                share < LABEL_ON_PHONE_FROM && "max-sm:hidden",
              )}
            >
              {label}
            </text>
          )}
        </svg>
      ))}
      {/* Half of the stroke lies outside and is cut off. */}
      <rect width="100%" height="100%" strokeWidth="2" className="fill-none stroke-edge" />
      {target === null ? null : <TargetMark place={target} top={0} bottom={40} />}
    </svg>
  );
}

interface SegmentBarProps {
  readonly segments: readonly Segment[];
  /** The rate, written into the converted part where it is wide enough. */
  readonly label?: string | undefined;
  /** Of the converted part, 0–1. */
  readonly target?: number | null;
  readonly preliminary?: boolean;
  readonly thin?: boolean;
}

/** The small square before its words. */
export function Swatch({ kind, preliminary = false }: { readonly kind: SegmentKind; readonly preliminary?: boolean }) {
  const hatch = useId();
  return (
    <svg aria-hidden width="12" height="12" className="inline-block flex-none">
      <Hatch id={hatch} />
      <Dots id={`${hatch}dots`} />
      <SegmentFill kind={kind} hatch={hatch} preliminary={preliminary} />
      <rect width="100%" height="100%" strokeWidth="2" className="fill-none stroke-edge" />
    </svg>
  );
}

// A label needs 64 px: of the bar of a wide screen, and of one of 320 px.
const LABEL_FROM = 0.12;
const LABEL_ON_PHONE_FROM = 0.25;

const CONVERTED: ReadonlySet<SegmentKind> = new Set(["qualified", "customers"]);

const FILLS = {
  qualified: { fill: "fill-lead", hollow: "stroke-lead" },
  passed: { fill: "fill-lead", hollow: "stroke-lead" },
  customers: { fill: "fill-opp", hollow: "stroke-opp" },
} as const;

function SegmentFill({ kind, hatch, preliminary }: SegmentFillProps) {
  switch (kind) {
    case "qualified":
    case "passed":
    case "customers":
      return preliminary ? (
        <rect
          width="100%"
          height="100%"
          strokeWidth="5"
          strokeDasharray="6 4"
          className={`fill-none ${FILLS[kind].hollow}`}
        />
      ) : (
        <rect width="100%" height="100%" className={FILLS[kind].fill} />
      );
    case "direct":
      return <rect width="100%" height="100%" className="fill-direct" />;
    case "open":
      return <rect width="100%" height="100%" strokeWidth="2" className="fill-card stroke-edge" />;
    case "notAFit":
    case "lost":
      return <rect width="100%" height="100%" fill={`url(#${hatch})`} />;
    case "unseen":
      return <rect width="100%" height="100%" fill={`url(#${hatch}dots)`} />;
    case "rest":
      return null;
  }
}

interface SegmentFillProps {
  readonly kind: SegmentKind;
  readonly hatch: string;
  readonly preliminary: boolean;
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="4" strokeWidth="1.5" className="stroke-edge" />
    </pattern>
  );
}

/** What is not shown: unlike what is lost, and without a colour of its own. */
export function Dots({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <circle cx="2" cy="2" r="1.25" className="fill-edge" />
    </pattern>
  );
}
