import type { ImportableKind, ImportCounts, ImportRowOutcome } from "./batch";
import { type Desk, openDesk, type PlannedChanges } from "./desk";
import { type Draft, isProblem, type Problem } from "./draft";
import type { KnownRecords } from "./known";
import { planDeal } from "./plan-deal";
import { planLead } from "./plan-lead";
import { planOpportunity } from "./plan-opportunity";
import type { PlanTools } from "./plan-tools";
import type { ReadRow, RowValues } from "./read-row";
import type { RowError } from "./row-codes";
import type { Planned } from "./row-stage";

/** A row of the file as far as it could be read, and the fingerprint of what it says. */
export type FileRow = Omit<ReadRow, "canonical"> & { readonly fingerprint: string };

export interface PlannedRow {
  readonly line: number;
  readonly fingerprint: string;
  readonly outcome: ImportRowOutcome;
  readonly record: Planned["record"];
  readonly errors: readonly RowError[];
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: ImportCounts;
  /** Among those that are created: without a day, and with an outcome before their start. */
  readonly undated: number;
  readonly faulty: number;
  readonly changes: PlannedChanges;
}

export interface Planner {
  readonly add: (row: FileRow) => void;
  readonly end: () => ImportPlan;
}

/**
 * Decides row by row what an import would do, in memory and with the same commands that people's clicks use: what the plan
 * says is what is written. `seen` are fingerprints of rows that were imported before and stand.
 */
export function planImport(
  kind: ImportableKind,
  known: KnownRecords,
  seen: ReadonlySet<string>,
  tools: PlanTools,
): Planner {
  const desk = openDesk(known, tools);
  const rows: PlannedRow[] = [];
  const inFile = { fingerprints: new Set(seen), externalIds: new Set<string>() };
  const counts = { created: 0, updated: 0, skipped: 0, rejected: 0, undated: 0, faulty: 0 };
  const add = (row: FileRow) => {
    const { line, fingerprint, values } = row;
    const decision = decideRow(kind, row, inFile, desk, tools);
    const end = (outcome: ImportRowOutcome, record: Planned["record"] = {}, errors: readonly RowError[] = []) => {
      rows.push({ line, fingerprint, outcome, record, errors });
      counts[outcome] += 1;
    };
    if (decision === "seen") return end("skipped");
    if ("errors" in decision) return end("rejected", {}, decision.errors);
    inFile.fingerprints.add(fingerprint);
    if (values.external_id !== undefined) inFile.externalIds.add(values.external_id);
    const { draft, outcome, record, undated } = decision;
    if (isEmpty(draft)) return end("skipped", record);
    desk.commit(draft);
    if (undated) counts.undated += 1;
    if (draft.rows.some(({ fault }) => fault === "before-start")) counts.faulty += 1;
    return end(outcome, record);
  };
  return {
    add,
    end: () => ({
      rows,
      counts: { create: counts.created, update: counts.updated, skip: counts.skipped, reject: counts.rejected },
      undated: counts.undated,
      faulty: counts.faulty,
      changes: desk.changes(),
    }),
  };
}

function decideRow(
  kind: ImportableKind,
  { values, errors, fingerprint }: FileRow,
  inFile: { readonly fingerprints: ReadonlySet<string>; readonly externalIds: ReadonlySet<string> },
  desk: Desk,
  tools: PlanTools,
): Planned | { readonly errors: readonly RowError[] } | "seen" {
  if (errors.length > 0) return { errors };
  if (inFile.fingerprints.has(fingerprint)) return "seen";
  if (values.external_id !== undefined && inFile.externalIds.has(values.external_id)) {
    return { errors: [told({ column: "external_id", code: "twice-in-file" }, values)] };
  }
  const planned = PLAN_ROW[kind](values, desk, tools);
  return isProblem(planned) ? { errors: [told(planned, values)] } : planned;
}

const PLAN_ROW: Readonly<
  Record<ImportableKind, (values: RowValues, desk: Desk, tools: PlanTools) => Planned | Problem>
> = { leads: planLead, opportunities: planOpportunity, deals: planDeal };

function told({ column, code }: Problem, values: RowValues): RowError {
  return { column, code, value: String(values[column] ?? "").slice(0, 100) };
}

function isEmpty({ rows, leads, opportunities, deals, changed }: Draft): boolean {
  return rows.length + leads.length + opportunities.length + deals.length + Object.keys(changed).length === 0;
}
