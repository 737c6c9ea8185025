import type { ImportableKind, ImportMapping } from "./batch";
import type { IsNamedLater } from "./desk";
import type { ImportField } from "./fields";
import { readName } from "./read-row";

/** Which records the rows of a file name, each with the part of the file that names it last. */
export type FileNames = Readonly<Record<ImportableKind, ReadonlyMap<string, number>>>;

export interface NameGatherer {
  readonly add: (record: { readonly cells: readonly string[] }, part: number) => void;
  readonly names: FileNames;
}

/** Gathers the names of a file before any of it is planned, one record after the other, the parts counted from 0. */
export function gatherNames(kind: ImportableKind, columns: ImportMapping["columns"]): NameGatherer {
  const names = { leads: new Map<string, number>(), opportunities: new Map(), deals: new Map() };
  const fields = NAMING[kind].flatMap(([field, named]) => {
    const at = columns[field];
    return at === undefined ? [] : [[at, names[named]] as const];
  });
  return {
    add({ cells }, part) {
      for (const [at, found] of fields) {
        const name = readName(cells[at] ?? "");
        if (name !== null) found.set(name, part);
      }
    },
    names,
  };
}

const NAMING: Readonly<Record<ImportableKind, readonly (readonly [ImportField, ImportableKind])[]>> = {
  leads: [["external_id", "leads"]],
  opportunities: [
    ["external_id", "opportunities"],
    ["lead_external_id", "leads"],
  ],
  deals: [
    ["external_id", "deals"],
    ["lead_external_id", "leads"],
    ["opportunity_external_id", "opportunities"],
  ],
};

/** Whether a part of the file after this one names a record. */
export function namedAfter({ leads, opportunities, deals }: FileNames, part: number): IsNamedLater {
  const within = (names: ReadonlyMap<string, number>) => (name: string | null) =>
    name !== null && (names.get(name) ?? -1) > part;
  return { lead: within(leads), opportunity: within(opportunities), deal: within(deals) };
}
