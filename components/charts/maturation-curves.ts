import type { Maturation } from "@/lib/domain/metrics/maturation";
import { isDrawn, type Scale, scaleOf } from "./scale";

/** A line of a month, from nothing at its start; both coordinates 0–1 of the drawing, upwards. */
export type CurvePoint = readonly [number, number];

export interface Curves {
  readonly scale: Scale;
  readonly endDays: number;
  readonly months: readonly { readonly month: string; readonly points: readonly CurvePoint[] }[];
  /** The last of the months with anything to draw. */
  readonly newest: string | null;
  /** As far as half of the months reach: the middle of a few old ones could fall, which no month ever does. */
  readonly median: readonly CurvePoint[];
}

/** How the months rise with age, all on one scale; months with under ten records are not drawn. */
export function curvesOf({ columns, rows, median, expected }: Maturation): Curves | null {
  const endDays = columns.at(-1);
  const drawn = rows.filter(({ cells }) => cells.some((cell) => cell !== null && isDrawn(cell)));
  if (endDays === undefined || drawn.length < 2) return null;
  const highest = Math.max(
    ...drawn.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)),
    expected?.rate.value ?? 0,
  );
  const scale = scaleOf([{ ...ALWAYS, value: highest }], "value");
  const line = (values: readonly (number | null)[]): readonly CurvePoint[] => [
    [0, 0],
    ...values.flatMap((value, index) =>
      value === null ? [] : [[(columns[index] ?? 0) / endDays, scale.at(value)] as const],
    ),
  ];
  return {
    scale,
    endDays,
    months: drawn.map(({ month, cells }) => ({ month, points: line(cells.map((cell) => cell?.value ?? null)) })),
    newest: drawn.at(-1)?.month ?? null,
    median: line(
      median.map((value, index) => {
        const soOld = drawn.filter(({ cells }) => (cells[index] ?? null) !== null).length;
        return 2 * soOld < drawn.length ? null : value;
      }),
    ),
  };
}

const ALWAYS = { hits: 0, trials: 30, open: 0, low: null, high: null, evidence: "ok", preliminary: false } as const;
