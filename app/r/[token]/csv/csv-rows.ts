import type { CsvColumn } from "@/lib/csv/write-csv";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import { PRINTED_RATES } from "@/lib/domain/sharing/rate-cells";
import type { Shown, SharedReport, SharedRow } from "@/lib/domain/sharing/shared-report";

/** Never localized, like every file: keys are code's own, and a count that is not shown reads `hidden`. */
export const CSV_COLUMNS = [
  { header: "part", kind: "typed" },
  { header: "name", kind: "text" },
  { header: "rate", kind: "typed" },
  { header: "x", kind: "typed" },
  { header: "n", kind: "typed" },
  { header: "low", kind: "typed" },
  { header: "high", kind: "typed" },
  { header: "preliminary", kind: "typed" },
  { header: "definition", kind: "typed" },
  { header: "basis", kind: "typed" },
  { header: "from", kind: "typed" },
  { header: "to", kind: "typed" },
  { header: "zone", kind: "text" },
  { header: "as_of", kind: "typed" },
] as const satisfies readonly CsvColumn[];

type Row = readonly (string | number | null)[];

export function csvRows(shared: SharedReport): readonly Row[] {
  const rows = (part: string, all: readonly SharedRow[] | null | undefined) =>
    (all ?? []).flatMap((row) => rowsOf(part, row, shared));
  return [
    ...rows("total", [{ name: null, rates: shared.total.rates }]),
    ...rows("channel", shared.channels),
    ...rows("campaign", shared.campaigns),
    ...rows(shared.trend?.unit ?? "month", shared.trend?.rows),
    ...rows("owner", shared.owners),
  ];
}

function rowsOf(part: string, { name, rates }: SharedRow, shared: SharedReport): readonly Row[] {
  const { basis, leadConvertsAt, period, timeZone, asOf } = shared;
  const definitions: Readonly<Record<string, string>> = definitionsOf({ basis, leadConvertsAt });
  return PRINTED_RATES.flatMap((key) => {
    const rate = rates[key];
    // Of months and quarters step 2 is printed nowhere.
    if (rate === null) return [];
    const { hits, trials, low, high, preliminary } = rate;
    return [
      [
        part,
        name,
        key,
        hits,
        trials,
        share(low),
        share(high),
        `${preliminary}`,
        definitions[key] ?? key,
        basis,
        period?.from ?? null,
        period?.to ?? null,
        timeZone,
        asOf,
      ],
    ];
  });
}

function share(value: Shown | null): string | null {
  return typeof value === "number" ? value.toFixed(6) : value;
}
