import { compareRates, type Comparison } from "./compare";
import { rate, type Rate } from "./rate";
import type { ReportRow } from "./report";
import { groupBy } from "@/lib/domain/group-by";
import { bucketOf } from "@/lib/domain/period";
import { sum } from "@/lib/domain/stats/sum";

export const TREND_RATES = ["leadConversionRate", "qualificationRate", "opportunityConversionRate"] as const;
export type TrendRate = (typeof TREND_RATES)[number];

export interface TrendPoint {
  /** `2026-03`, or `2026-Q1` where months are too small. */
  readonly key: string;
  readonly rates: Readonly<Record<TrendRate, Rate>>;
}

export interface Trend {
  readonly unit: "month" | "quarter";
  readonly points: readonly TrendPoint[];
  /** For each point the one as far into the period compared with; `null` where that has none. */
  readonly before: readonly (TrendPoint | null)[];
}

/** The months in order, or their quarters where any month has under ten of something: no point is made of so few. */
export function trendOf(months: readonly ReportRow[], compared: Compared = NOTHING): Trend {
  const dated = datedOf(months);
  const isSmall = dated.some(({ rates }) => TREND_RATES.some((name) => rates[name].trials < 10));
  const unit = isSmall ? "quarter" : "month";
  const points = inUnits(dated, unit);
  const earlier = new Map(inUnits(datedOf(compared.months), unit).map((point) => [point.key, point]));
  return { unit, points, before: points.map(({ key }) => earlier.get(keyBefore(key, compared.monthsEarlier)) ?? null) };
}

/** The months of the period compared with, and how many months before the period it began. */
export interface Compared {
  readonly months: readonly ReportRow[];
  readonly monthsEarlier: number;
}

const NOTHING: Compared = { months: [], monthsEarlier: 0 };

/** The month or quarter so many months before; of a quarter that is no whole number of quarters away, none. */
function keyBefore(key: string, months: number): string {
  const size = key.includes("Q") ? 3 : 1;
  const place =
    Number(key.slice(0, 4)) * (12 / size) + Number(key.slice(key.includes("Q") ? 6 : 5)) - 1 - months / size;
  const [year, part] = [Math.floor(place / (12 / size)), (place % (12 / size)) + 1];
  return size === 3 ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, "0")}`;
}

/** Months as points of a unit that is chosen, whatever their size. */
export function pointsIn(months: readonly ReportRow[], unit: Trend["unit"]): readonly TrendPoint[] {
  return inUnits(datedOf(months), unit);
}

function datedOf(months: readonly ReportRow[]): readonly TrendPoint[] {
  return months.flatMap(({ key, rates }) => (key === null ? [] : { key, rates }));
}

function inUnits(months: readonly TrendPoint[], unit: Trend["unit"]): readonly TrendPoint[] {
  if (unit === "month") return months;
  const quarters = groupBy(months, ({ key }) => bucketOf(`${key}-01`, "quarter"));
  return [...quarters].map(([key, of]) => ({ key, rates: merged(of) }));
}

/** Where a point of a trend stands: as many columns as points, each point in the middle of its own. */
export function placeOf(index: number, points: number): number {
  return (index + 0.5) / points;
}

/**
 * The earlier half of the points against the later one, in the lead conversion rate. Preliminary points are left out of both:
 * the end of a trend falls by being young.
 */
export function halvesOf({ points }: Pick<Trend, "points">): {
  readonly before: Rate;
  readonly after: Rate;
  readonly comparison: Comparison;
} {
  const settled = points.filter(({ rates }) => !rates.leadConversionRate.preliminary);
  const middle = Math.ceil(settled.length / 2);
  const before = merged(settled.slice(0, middle)).leadConversionRate;
  const after = merged(settled.slice(middle)).leadConversionRate;
  return { before, after, comparison: compareRates(after, before) };
}

function merged(points: readonly Pick<TrendPoint, "rates">[]): TrendPoint["rates"] {
  const one = (name: TrendRate) => {
    const rates = points.map((point) => point.rates[name]);
    const [hits, trials, open] = (["hits", "trials", "open"] as const).map((count) => sum(rates.map((r) => r[count])));
    // Young for certain as soon as one of its months is.
    return rate(hits ?? 0, trials ?? 0, open ?? 0, { preliminary: rates.some(({ preliminary }) => preliminary) });
  };
  return {
    leadConversionRate: one("leadConversionRate"),
    qualificationRate: one("qualificationRate"),
    opportunityConversionRate: one("opportunityConversionRate"),
  };
}
