import type { ImportBatchId, StageId, UserId } from "@/lib/domain/ids";
import { asId } from "@/lib/domain/ids";
import { fold } from "@/lib/domain/fold";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import type { ImportableKind, ImportMapping } from "../batch";
import type { KnownRecords } from "../known";
import { planImport } from "../plan";
import type { PlanTools } from "../plan-tools";
import { readRow, type RowReading } from "../read-row";
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

/** The plan of a small file: its first line names our fields. */
export function planOf(
  kind: ImportableKind,
  header: readonly (keyof ImportMapping["columns"])[],
  lines: readonly (readonly string[])[],
  { known = NOTHING_KNOWN, ...tools }: Partial<PlanTools> & { readonly known?: KnownRecords } = {},
) {
  const columns = Object.fromEntries(header.map((field, at) => [field, at]));
  const planner = planImport(kind, known, new Set(), planTools(tools));
  for (const [at, cells] of lines.entries()) {
    const row = readRow(kind, { line: at + 2, cells }, { ...READING, columns });
    planner.add({ ...row, fingerprint: row.canonical });
  }
  return planner.end();
}
