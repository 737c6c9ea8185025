import { useId } from "react";
import { percentOf } from "./scale";

/** Bars under one another on one scale, each between its name and its number. */
export function BarList({ label, rows }: { readonly label?: string; readonly rows: readonly BarRow[] }) {
  return (
    <div className="@container">
      <ol aria-label={label} className="grid gap-3">
        {rows.map(({ key, name, number, ...bar }) => (
          <li
            key={key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 @md:grid-cols-[10rem_minmax(0,1fr)_6.5rem]"
          >
            <span className="min-w-0 break-words">{name}</span>
            <span className="text-right whitespace-nowrap @md:order-last">{number}</span>
            <Bar {...bar} />
          </li>
        ))}
      </ol>
    </div>
  );
}

export interface BarRow {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly number: React.ReactNode;
  /** Its length, 0–1; `null`: too few for a bar. */
  readonly place: number | null;
  readonly look: keyof typeof LOOKS | "hatched";
  /** No verdict: drawn as an outline. */
  readonly isHollow?: boolean;
}

const LOOKS = {
  lead: { fill: "fill-lead", stroke: "stroke-lead" },
  opportunity: { fill: "fill-opp", stroke: "stroke-opp" },
  whole: { fill: "fill-fg", stroke: "stroke-fg" },
} as const;

function Bar({ place, look, isHollow = false }: Pick<BarRow, "place" | "look" | "isHollow">) {
  const hatch = useId();
  if (place === null) return null;
  const size = { width: percentOf(place), height: "100%" };
  return (
    <svg aria-hidden width="100%" height="20" className="col-span-full block @md:col-span-1">
      <line x1="0" x2="100%" y1="100%" y2="100%" strokeWidth="2" className="stroke-grid" />
      {look === "hatched" ? (
        <>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="4" strokeWidth="1.5" className="stroke-edge" />
          </pattern>
          <rect {...size} fill={`url(#${hatch})`} strokeWidth="2" className="stroke-edge" />
        </>
      ) : isHollow ? (
        <rect {...size} strokeWidth="4" strokeDasharray="6 4" className={`fill-none ${LOOKS[look].stroke}`} />
      ) : (
        <rect {...size} className={LOOKS[look].fill} />
      )}
    </svg>
  );
}
