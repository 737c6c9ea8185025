import { percentOf } from "./scale";

export type MarkShape = "circle" | "diamond" | "square";

/** A mark on a line of its own height: hollow means no verdict. Its place is a share of the width, so it is never scaled. */
export function Mark({ shape, x, y, colour, hollow = false }: MarkProps) {
  const look = {
    strokeWidth: 2,
    className: `${hollow ? "fill-card" : colour.fill} ${hollow ? colour.stroke : "stroke-card"}`,
  };
  const place = percentOf(x);
  switch (shape) {
    case "circle":
      return <circle cx={place} cy={y} r="6" {...look} />;
    case "square":
      return <rect x={place} y={y} width="11" height="11" transform="translate(-5.5 -5.5)" {...look} />;
    case "diamond":
      return (
        <svg x={place} y={y} className="overflow-visible">
          <path d="M0 -7.5 7.5 0 0 7.5 -7.5 0Z" {...look} />
        </svg>
      );
  }
}

interface MarkProps {
  readonly shape: MarkShape;
  /** 0–1 of the width. */
  readonly x: number;
  /** In pixels. */
  readonly y: number;
  readonly colour: MarkColour;
  readonly hollow?: boolean;
}

export interface MarkColour {
  readonly fill: string;
  readonly stroke: string;
}

/** Blue ● is step 1, orange ◆ step 2, ink ■ the whole way: the shape says it without colour. */
export const STEP_MARKS = {
  step1: { shape: "circle", sign: "●", text: "text-lead", fill: "fill-lead", stroke: "stroke-lead" },
  step2: { shape: "diamond", sign: "◆", text: "text-opp", fill: "fill-opp", stroke: "stroke-opp" },
  whole: { shape: "square", sign: "■", text: "text-fg", fill: "fill-fg", stroke: "stroke-fg" },
} as const satisfies Record<string, MarkColour & { shape: MarkShape; sign: string; text: string }>;

/** Too few to rank: without the colour of its step. */
export const THIN_COLOUR: MarkColour = { fill: "fill-edge", stroke: "stroke-edge" };
