import { z } from "zod";
import {
  createImportRows,
  keepImportContent,
  setImportBatch,
  takeImportBatch,
  updateFacts,
} from "@/db/mutations/imports";
import { createChannels } from "@/db/mutations/pipeline";
import { openRecording } from "@/db/mutations/record-cases";
import { findImportBatch, type ImportBatch } from "@/db/queries/imports";
import { listChannels } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CsvTable } from "@/lib/csv/read-csv";
import { csvChunks } from "@/lib/csv/write-csv";
import { AppError } from "@/lib/domain/errors";
import type { Id, ImportBatchId } from "@/lib/domain/ids";
import { UNDO_DAYS } from "@/lib/domain/import/batch";
import type { PlannedChanges } from "@/lib/domain/import/desk";
import type { ImportSummary } from "@/lib/domain/import/plan";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { idField, versionField } from "@/lib/use-cases/fields";
import { type BatchToPlan, makePlan, openBatchTable, type PartOfPlan, type Planning } from "./make-plan";

export const StartImportInput = z.strictObject({ id: idField<ImportBatchId>(), version: versionField });

/** Says that the batch is to be applied as it was seen. Pressed twice it is started once. */
export async function startImport(ctx: TeamContext, input: z.output<typeof StartImportInput>): Promise<ImportBatchId> {
  const batch = await findImportBatch(ctx.db, input.id);
  if (batch === null) throw new AppError("not-found");
  if (batch.state === "applied" || batch.state === "applying") return batch.id;
  if (batch.state === "undone") throw new AppError("import-changed");
  const seen = { id: batch.id, state: batch.state, version: input.version };
  if (!(await setImportBatch(ctx.db, seen, { state: "applying", rowsDone: 0 }))) throw new AppError("import-changed");
  return batch.id;
}

/**
 * Carries out a batch that was started, whole or not at all. False when it is done already or just being done; one that a
 * dead process left behind is done from the start, since nothing of it was stored.
 */
export async function applyImport(
  ctx: TeamContext,
  id: ImportBatchId,
  onRows?: (done: number) => Promise<void>,
): Promise<boolean> {
  if (!(await takeImportBatch(ctx.db, id))) return false;
  const batch = await findImportBatch(ctx.db, id);
  if (batch?.state !== "applying") return false;
  await carryOutImport(ctx, batch, await openBatchTable(ctx, batch), onRows ? { onRows } : {});
  return true;
}

/** Plans a batch that this transaction has taken, and writes what the plan says, part by part. */
export async function carryOutImport(
  ctx: TeamContext,
  batch: BatchToPlan,
  table: CsvTable,
  { onRows, onPart }: { readonly onRows?: Planning["onRows"]; readonly onPart?: (part: PartOfPlan) => void } = {},
): Promise<ImportSummary> {
  const recording = openRecording(ctx.db, writerOf(ctx));
  const rejected = rejectedRows(table.header);
  const take = async (part: PartOfPlan) => {
    await writePart(ctx, batch, part, recording);
    rejected.add(part);
    onPart?.(part);
  };
  const plan = await makePlan(ctx, batch, table, { locked: true, take, ...(onRows ? { onRows } : {}) });
  await recording.end([activity(ctx, "import.applied", batch.id)]);
  await keepImportContent(ctx.db, batch.id, rejected.text());
  const { create, update, skip, reject } = plan.counts;
  const rowsDone = create + update + skip + reject;
  const done = { state: "applied" as const, counts: plan.counts, rowsDone, appliedAt: ctx.now };
  const seen = { id: batch.id, state: "applying" as const };
  if (!(await setImportBatch(ctx.db, seen, done))) throw new AppError("import-changed");
  return plan;
}

/** After an apply that came to nothing: it can be started anew. */
export async function failImport(ctx: TeamContext, id: ImportBatchId): Promise<void> {
  await setImportBatch(ctx.db, { id, state: "applying" }, { state: "failed" });
}

/** Whether an applied batch can still be taken back. */
export function isUndoable(batch: Pick<ImportBatch, "state" | "appliedAt">, now: Date): boolean {
  if (batch.state !== "applied" || batch.appliedAt === null) return false;
  return now.getTime() - batch.appliedAt.getTime() < UNDO_DAYS * 24 * 3_600_000;
}

type Recording = ReturnType<typeof openRecording>;

async function writePart(ctx: TeamContext, batch: BatchToPlan, part: PartOfPlan, recording: Recording): Promise<void> {
  const { changes, rows } = part;
  await makeChannels(ctx, changes.channels);
  await updateFacts(ctx.db, {
    leads: changes.leadFacts,
    opportunities: changes.opportunityFacts,
    deals: changes.dealFacts,
  });
  const { id: batchId } = batch;
  await recording.add({
    leads: changes.leads.map(({ id, facts }) => ({ id, ...facts, batchId })),
    opportunities: changes.opportunities.map(({ id, leadId, facts }) => ({ id, leadId, ...facts, batchId })),
    deals: changes.deals.map(({ id, leadId, opportunityId, facts }) => ({
      id,
      leadId,
      opportunityId,
      ...facts,
      batchId,
    })),
    cases: changes.cases,
  });
  await createImportRows(
    ctx.db,
    rows.map(({ line, fingerprint, outcome, record, errors }) => ({
      id: ctx.newId<Id<"import-row">>(),
      batchId,
      kind: batch.kind,
      line,
      fingerprint,
      outcome,
      leadId: record.leadId ?? null,
      opportunityId: record.opportunityId ?? null,
      dealId: record.dealId ?? null,
      errors: errors.map(({ column, code }) => ({ column, code })),
    })),
  );
}

export function activity(ctx: TeamContext, action: string, batchId: ImportBatchId) {
  return { id: ctx.newId<Id<"activity">>(), action, subjectKind: "import", subjectId: batchId, fields: [] };
}

async function makeChannels(ctx: TeamContext, channels: PlannedChanges["channels"]): Promise<void> {
  if (channels.length === 0) return;
  const last = Math.max(-1, ...(await listChannels(ctx.db)).map(({ position }) => position));
  await createChannels(
    ctx.db,
    channels.map((channel, i) => ({ ...channel, aliases: "", position: last + 1 + i })),
  );
}

/** The rows that were left out, in their own columns; null when there are none. */
function rejectedRows(header: readonly string[]) {
  const columns = header.map((name) => ({ header: name, kind: "text" as const }));
  const pieces: string[] = [];
  return {
    add({ records, rows }: PartOfPlan): void {
      const lost = records.filter((_, at) => rows[at]?.outcome === "rejected");
      if (lost.length === 0) return;
      const cells = lost.map((record) => header.map((_, at) => (record.cells[at] ?? "").replaceAll("\0", "\ufffd")));
      pieces.push(...csvChunks(columns, cells, { header: pieces.length === 0 }));
    },
    text: () => (pieces.length === 0 ? null : pieces.join("")),
  };
}
