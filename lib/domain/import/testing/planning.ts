import type { ImportBatchId, StageId, UserId } from "@/lib/domain/ids";
import { asId } from "@/lib/domain/ids";
import { fold } from "@/lib/domain/fold";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import type { ImportableKind, ImportMapping } from "../batch";
import type { KnownRecords } from "../known";
import { gatherNames } from "../file-names";
import { type PlannedPart, planImport } from "../plan";
import type { PlanTools } from "../plan-tools";
import { readRow, type RowReading } from "../read-row";
import { newChannelsMost } from "../row-credit";
import { teamNames, type TeamWords } from "../team-names";

export const NOW = new Date("2026-11-23T12:00:00Z");
export const ZONE = "Europe/Oslo";
export const KARI = asId<UserId>("kari");

const STAGES = [
  ["lead", "open", "Nytt lead"],
  ["lead", "open", "Kontaktet"],
  ["lead", "qualified", "Kvalifisert"],
  ["lead", "customer", "Kunde"],
  ["lead", "not_a_fit", "Ikke aktuelt"],
  ["lead", "excluded", "Holdt utenfor"],
  ["opportunity", "open", "Demo"],
  ["opportunity", "open", "Tilbud"],
  ["opportunity", "won", "Vunnet"],
  ["opportunity", "lost", "Tapt"],
] as const;

export const WORDS: TeamWords = {
  channels: [{ id: asId("some"), nameNorm: "sosiale medier", aliases: "social\nsome", archivedAt: null }],
  campaigns: [{ id: asId("host"), channelId: asId("some"), nameNorm: "host", archivedAt: null }],
  stages: STAGES.map(([subject, kind, name]) => ({
    id: asId<StageId>(`${subject} ${name}`),
    ...{ subject, kind, nameNorm: fold(name), archivedAt: null },
  })),
  lostReasons: [{ id: asId("pris"), nameNorm: "pris", archivedAt: null }],
  members: [{ userId: KARI, name: "Kari Nordmann", email: "kari@firma.no" }],
};

export const NOTHING_KNOWN: KnownRecords = { leads: [], opportunities: [], deals: [], cases: new Map() };

/** Tools of a team with two stages of each open kind, whose ids are numbered in the order of making. */
export function planTools(more: Partial<PlanTools> = {}): PlanTools {
  let made = 0;
  const newId: PlanTools["newId"] = () => asId(`id-${(made += 1)}`);
  const first = <K extends Kind>(subject: Subject, kind: K): StageRef<K> => {
    const stage = WORDS.stages.find((one) => one.subject === subject && one.kind === kind);
    if (!stage) throw new Error(`no stage of kind ${kind}`);
    return { id: stage.id, kind };
  };
  return {
    names: teamNames(WORDS),
    consequences: { qualified: first("lead", "qualified"), customer: first("lead", "customer") },
    recording: { newId: () => newId(), batchId: asId<ImportBatchId>("batch") },
    first,
    newId,
    day: (on) => (on === null || on === undefined ? NEVER_TOLD : wholeDay(on, ZONE)),
    now: rightNow(ZONE, NOW),
    currency: "NOK",
    dealKind: "subscription",
    unknownChannels: "create",
    newChannelsMost: newChannelsMost(WORDS.channels.length),
    userId: KARI,
    mayReassign: false,
    ...more,
  };
}

export const READING: Omit<RowReading, "columns"> = {
  format: "yyyy-mm-dd",
  timesAre: "as-written",
  zone: ZONE,
  numberFormat: "nb",
  currency: "NOK",
  today: "2026-11-23",
};

/** The plan of a small file: its first line names our fields. It is cut into parts of so many rows. */
export function planOf(
  kind: ImportableKind,
  header: readonly (keyof ImportMapping["columns"])[],
  lines: readonly (readonly string[])[],
  { known = NOTHING_KNOWN, rowsPerPart = 100_000, ...tools }: PlanOptions = {},
) {
  const columns = Object.fromEntries(header.map((field, at) => [field, at]));
  const gatherer = gatherNames(kind, columns);
  for (const [at, cells] of lines.entries()) gatherer.add({ cells }, Math.floor(at / rowsPerPart));
  const planner = planImport(kind, gatherer.names, planTools(tools));
  const parts: PlannedPart[] = [];
  for (let start = 0; start < lines.length; start += rowsPerPart) {
    const rows = lines.slice(start, start + rowsPerPart).map((cells, at) => {
      const row = readRow(kind, { line: start + at + 2, cells }, { ...READING, columns });
      return { ...row, fingerprint: row.canonical };
    });
    parts.push(planner.plan(parts.length, rows, { known, seen: new Set() }));
  }
  const changes = parts.map((part) => part.changes);
  return {
    ...planner.summary(),
    rows: parts.flatMap((part) => part.rows),
    parts,
    changes: {
      leads: changes.flatMap(({ leads }) => leads),
      opportunities: changes.flatMap(({ opportunities }) => opportunities),
      deals: changes.flatMap(({ deals }) => deals),
      channels: changes.flatMap(({ channels }) => channels),
      cases: changes.flatMap(({ cases }) => cases),
    },
  };
}

type PlanOptions = Partial<PlanTools> & { readonly known?: KnownRecords; readonly rowsPerPart?: number };
