import { type CountedRow, noParts } from "@/db/queries/counts";
import type { Parts } from "@/lib/domain/metrics/parts";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { narrowPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays, monthsIn } from "@/lib/domain/period";
import type { YoungRates } from "./young-rates";

interface Named<K extends string> {
  readonly id: K;
  readonly name: string;
}

interface RowsQuestion {
  readonly query: ReportQuery;
  readonly young: YoungRates;
}

/** A row for each group, the largest first and the unattributed last. `only` asks for one group alone. */
export function rowsByName<K extends string>(
  groups: readonly CountedRow[],
  names: readonly Named<K>[],
  { query, young }: RowsQuestion,
  only: (key: K | "none") => Partial<ReportQuery>,
): readonly ReportRow[] {
  const named = new Map<string | null, Named<K>>(names.map((each) => [each.id, each]));
  return groups
    .map(({ key, parts }) => {
      const known = named.get(key);
      const rates = ratesOf(parts, { ...query, preliminary: young({ key, parts }) });
      return { key, name: known?.name ?? null, query: { ...query, ...only(known?.id ?? "none") }, parts, rates };
    })
    .toSorted(byPlace);
}

function byPlace(a: ReportRow, b: ReportRow): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  return sizeOf(b) - sizeOf(a) || (a.name ?? "").localeCompare(b.name ?? "", "nb");
}

function sizeOf({ rates }: ReportRow): number {
  return rates.leadConversionRate.trials + rates.opportunityConversionRate.trials;
}

/** A row for each month from the first to the last in which something counts, then what has no month. */
export function rowsByMonth(groups: readonly CountedRow[], { query, young }: RowsQuestion): readonly ReportRow[] {
  const months = groups.flatMap(({ key }) => key ?? []).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  const all =
    first === undefined || last === undefined ? [] : monthsIn({ from: firstDay(first), to: monthAfter(last) });
  const partsOf = new Map(groups.map(({ key, parts }) => [key, parts]));
  const rowOf = (key: string | null, asked: ReportQuery | null, parts: Parts): ReportRow => ({
    ...{ key, name: key, query: asked, parts },
    rates: ratesOf(parts, { ...query, preliminary: young({ key, parts }) }),
  });
  const rows = all.map((month) => {
    const asked = narrowPeriod(query, { from: firstDay(month), to: monthAfter(month) });
    return rowOf(month, asked, partsOf.get(month) ?? noParts(query));
  });
  const rest = partsOf.get(null);
  return rest === undefined ? rows : [...rows, rowOf(null, null, rest)];
}

function firstDay(month: string): string {
  return `${month}-01`;
}

function monthAfter(month: string): string {
  return firstDay(addDays(firstDay(month), 31).slice(0, 7));
}
