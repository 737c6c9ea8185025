import type { ImportableKind, ImportCounts, ImportRowOutcome } from "./batch";
import { type Desk, openDesk, type PlannedChanges } from "./desk";
import { type Draft, isProblem, type NewChannel, type Problem } from "./draft";
import { type FileNames, namedAfter } from "./file-names";
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

/** What a part of the file would do. */
export interface PlannedPart {
  /** One for each row given, in their order. */
  readonly rows: readonly PlannedRow[];
  readonly changes: PlannedChanges;
}

/** What the whole file would do, in numbers. */
export interface ImportSummary {
  readonly counts: ImportCounts;
  /** Among those that are created: without a day, and with an outcome before their start. */
  readonly undated: number;
  readonly faulty: number;
  readonly made: Readonly<Record<ImportableKind, number>>;
  /** Names of channels that would be made. */
  readonly channels: readonly string[];
}

/** What the database knows of a part's rows. */
export interface KnownOfPart {
  readonly known: KnownRecords;
  /** Fingerprints of rows that were imported before and stand. */
  readonly seen: ReadonlySet<string>;
}

export interface Planner {
  /** Plans the next part; parts are counted from 0, as the names of the file were gathered. */
  readonly plan: (part: number, rows: readonly FileRow[], found: KnownOfPart) => PlannedPart;
  readonly summary: () => ImportSummary;
}

/**
 * Decides row by row what an import would do, in memory and with the same commands that people's clicks use: what the plan
 * says is what is written. A file goes through in parts; of those before it a part knows what its rows can name, written or
 * not, so that the plan is the same however the file is cut.
 */
export function planImport(kind: ImportableKind, names: FileNames, tools: PlanTools): Planner {
  const inFile: InFile = { fingerprints: new Set(), externalIds: new Set() };
  const tally = newTally();
  const channels = new Map<string, NewChannel>();
  let carried: KnownRecords = NOTHING;
  return {
    plan(part, rows, { known, seen }) {
      const desk = openDesk(withCarried(known, carried), channels, tools);
      const planned = rows.map((row) => {
        const decision = decideRow(kind, row, { inFile, seen }, desk, tools);
        return carryOut(row, decision, { inFile, desk, tally });
      });
      const changes = desk.changes();
      tally.made.leads += changes.leads.length;
      tally.made.opportunities += changes.opportunities.length;
      tally.made.deals += changes.deals.length;
      carried = desk.carriedOn(namedAfter(names, part));
      return { rows: planned, changes };
    },
    summary: () => ({
      counts: { create: tally.created, update: tally.updated, skip: tally.skipped, reject: tally.rejected },
      undated: tally.undated,
      faulty: tally.faulty,
      made: tally.made,
      channels: [...channels.values()].map(({ name }) => name),
    }),
  };
}

type RowDecision = Planned | { readonly errors: readonly RowError[] } | "seen";
interface InFile {
  readonly fingerprints: Set<string>;
  readonly externalIds: Set<string>;
}

const NOTHING: KnownRecords = { leads: [], opportunities: [], deals: [], cases: new Map() };

function newTally() {
  const made = { leads: 0, opportunities: 0, deals: 0 };
  return { created: 0, updated: 0, skipped: 0, rejected: 0, undated: 0, faulty: 0, made };
}

/** What is carried comes last: it is what a record that the database knows has become. */
function withCarried(known: KnownRecords, carried: KnownRecords): KnownRecords {
  return {
    leads: [...known.leads, ...carried.leads],
    opportunities: [...known.opportunities, ...carried.opportunities],
    deals: [...known.deals, ...carried.deals],
    cases: new Map([...known.cases, ...carried.cases]),
  };
}

function carryOut(
  { line, fingerprint, values }: FileRow,
  decision: RowDecision,
  {
    inFile,
    desk,
    tally,
  }: { readonly inFile: InFile; readonly desk: Desk; readonly tally: ReturnType<typeof newTally> },
): PlannedRow {
  const end = (outcome: ImportRowOutcome, record: Planned["record"] = {}, errors: readonly RowError[] = []) => {
    tally[outcome] += 1;
    return { line, fingerprint, outcome, record, errors };
  };
  if (decision === "seen") return end("skipped");
  if ("errors" in decision) return end("rejected", {}, decision.errors);
  inFile.fingerprints.add(fingerprint);
  if (values.external_id !== undefined) inFile.externalIds.add(values.external_id);
  const { draft, outcome, record, undated } = decision;
  if (isEmpty(draft)) return end("skipped", record);
  desk.commit(draft);
  if (undated) tally.undated += 1;
  if (draft.rows.some(({ fault }) => fault === "before-start")) tally.faulty += 1;
  return end(outcome, record);
}

function decideRow(
  kind: ImportableKind,
  { values, errors, fingerprint }: FileRow,
  { inFile, seen }: { readonly inFile: InFile; readonly seen: ReadonlySet<string> },
  desk: Desk,
  tools: PlanTools,
): RowDecision {
  if (errors.length > 0) return { errors };
  if (seen.has(fingerprint) || inFile.fingerprints.has(fingerprint)) return "seen";
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
