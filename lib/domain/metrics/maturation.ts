import { groupBy } from "@/lib/domain/group-by";
import { addDays, daysBetween } from "@/lib/domain/period";
import { aalenJohansen } from "@/lib/domain/stats/aalen-johansen";
import { sum } from "@/lib/domain/stats/sum";
import { curveFor, type ExpectedRate, expectedRate } from "./expected-rate";
import { wholeDays } from "./maturity";
import { rate, type Rate } from "./rate";

/** Records of one month alike in what became of them, and after how many days, or how old they are while open. */
export interface OutcomeCount {
  readonly month: string;
  readonly days: number;
  readonly outcome: "converted" | "ended" | "open";
  readonly count: number;
}

/** The fixed window of the report: within 90 days. */
export const HORIZON_DAYS = 90;

export interface MaturationRow {
  readonly month: string;
  readonly count: number;
  /** How many converted within so many days; `null`: not all of the month are so old yet. */
  readonly cells: readonly (Rate | null)[];
}

export interface Maturation {
  /** Days since a record began: 30, 60, 90 … */
  readonly columns: readonly number[];
  /** The earliest month first. */
  readonly rows: readonly MaturationRow[];
  /** The middle of the months that are so old and have ten records, per column. */
  readonly median: readonly (number | null)[];
  /** Where the newest month with too young records is heading, by what became of those before it. */
  readonly expected: {
    readonly month: string;
    readonly rate: ExpectedRate;
    readonly source: "filtered" | "team";
  } | null;
}

interface MaturationAsked {
  /** The months of the period, as they count in it. */
  readonly period: readonly OutcomeCount[];
  /** The last 24 months, under the same filters and of the whole team: what young records may become. */
  readonly filtered: readonly OutcomeCount[];
  readonly team: readonly OutcomeCount[];
  readonly today: string;
}

/** How each month's records converted with age, every month at the same ages (metrics.md 3.4 and 3.8). */
export function maturationOf({ period, filtered, team, today }: MaturationAsked): Maturation {
  const months = [...groupBy(period, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ages = months.map(([month]) => daysBetween(lastDayOf(month), today));
  const columns = COLUMNS.filter((days) => ages.some((age) => age >= days));
  const rows = months.map(([month, counts]): MaturationRow => {
    const count = sum(counts.map((each) => each.count));
    const age = daysBetween(lastDayOf(month), today);
    return {
      month,
      count,
      cells: columns.map((days) => (age >= days ? rate(convertedWithin(counts, days), count) : null)),
    };
  });
  return {
    columns,
    rows,
    median: columns.map((_, index) =>
      medianOf(rows.flatMap(({ count, cells }) => (count < 10 ? [] : (cells[index] ?? [])))),
    ),
    expected: expectedOf(months, { filtered, team, today }),
  };
}

const COLUMNS = Array.from({ length: 12 }, (_, index) => 30 * (index + 1));

function convertedWithin(counts: readonly OutcomeCount[], days: number): number {
  return sum(counts.filter((each) => each.outcome === "converted" && each.days <= days).map(({ count }) => count));
}

function lastDayOf(month: string): string {
  return addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1);
}

function medianOf(rates: readonly Rate[]): number | null {
  const values = rates.flatMap(({ value }) => value ?? []).toSorted((a, b) => a - b);
  const middle = values.length / 2;
  const [low, high] = [values[Math.ceil(middle) - 1], values[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

type Months = readonly (readonly [string, readonly OutcomeCount[]])[];

function expectedOf(
  months: Months,
  { filtered, team, today }: Omit<MaturationAsked, "period">,
): Maturation["expected"] {
  const source = curveFor([
    { source: "filtered", curve: curveOf(filtered) },
    { source: "team", curve: curveOf(team) },
  ] as const);
  const young = months.findLast(
    ([month, counts]) =>
      daysBetween(lastDayOf(month), today) < HORIZON_DAYS && sum(counts.map(({ count }) => count)) >= EXPECTED_FROM,
  );
  if (source === null || young === undefined) return null;
  const [month, counts] = young;
  const open = counts.filter(({ outcome }) => outcome === "open");
  const value = expectedRate(
    source.curve,
    {
      trials: sum(counts.map(({ count }) => count)),
      hitsWithin: convertedWithin(counts, HORIZON_DAYS),
      // In order: sums of the same numbers in another order end in other digits.
      openAges: open.flatMap(({ days, count }) => Array.from({ length: count }, () => days)).toSorted((a, b) => a - b),
    },
    HORIZON_DAYS,
  );
  return value === null ? null : { month, rate: value, source: source.source };
}

const EXPECTED_FROM = 30;
const OUTCOMES = { open: 0, converted: 1, ended: 2 } as const;

function curveOf(counts: readonly OutcomeCount[]) {
  const seen = counts.map(({ days, outcome, count }) => ({
    time: wholeDays(days, outcome !== "open").time,
    outcome: OUTCOMES[outcome],
    count,
  }));
  return aalenJohansen(seen, 2);
}
