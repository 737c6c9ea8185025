import { noParts } from "@/db/queries/counts";
import type { TimeUnit } from "@/lib/domain/metrics/grouping";
import type { Parts } from "@/lib/domain/metrics/parts";
import { ratesOf } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { narrowPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { bucketsBetween } from "@/lib/domain/period";
import type { Groups } from "./count-groups";

interface Named<K extends string> {
  readonly id: K;
  readonly name: string;
}

/** A row for each group, the largest first and the unattributed last. `only` asks for one group alone. */
export function rowsByName<K extends string>(
  { rows, young }: Groups,
  names: readonly Named<K>[],
  query: ReportQuery,
  only: (key: K | "none") => Partial<ReportQuery>,
): readonly ReportRow[] {
  const named = new Map<string | null, Named<K>>(names.map((each) => [each.id, each]));
  return rows
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

/** A row for each month, quarter or week from the first to the last in which something counts, then what has none. */
export function rowsByTime({ rows: groups, young }: Groups, unit: TimeUnit, query: ReportQuery): readonly ReportRow[] {
  const partsOf = new Map(groups.map(({ key, parts }) => [key, parts]));
  const rowOf = (key: string | null, asked: ReportQuery | null, parts: Parts): ReportRow => ({
    key,
    name: key,
    query: asked,
    parts,
    rates: ratesOf(parts, { ...query, preliminary: young({ key, parts }) }),
  });
  const rows = bucketsBetween(
    groups.flatMap(({ key }) => key ?? []),
    unit,
  ).map(({ key, from, to }) => rowOf(key, narrowPeriod(query, { from, to }), partsOf.get(key) ?? noParts(query)));
  const rest = partsOf.get(null);
  return rest === undefined ? rows : [...rows, rowOf(null, null, rest)];
}
