import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import { markImportRowsUndone, keepImportContent, setImportBatch, updateFacts } from "@/db/mutations/imports";
import { openRecording } from "@/db/mutations/record-cases";
import { type CaseIds, type CaseKey, lockRecords, readCases } from "@/db/queries/cases";
import { findImportBatch, listBatchRecords } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { DealId, ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { type Case, stateOf, withRows, withVoided } from "@/lib/domain/pipeline/case";
import { undoBatch } from "@/lib/domain/pipeline/commands/undo";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools } from "@/lib/use-cases/cases/decide";
import { idField } from "@/lib/use-cases/fields";
import { activity, isUndoable } from "./apply-import";

export const UndoImportInput = z.strictObject({ id: idField<ImportBatchId>() });

/**
 * Takes an import back, within seven days, by undoing it in the log. Records that somebody has worked on since stay, as do
 * names, notes and amounts that it changed on records that were there, and channels that it made.
 */
export async function undoImport(
  ctx: TeamContext,
  { id }: z.output<typeof UndoImportInput>,
): Promise<{ readonly id: ImportBatchId; readonly left: number }> {
  const batch = await findImportBatch(ctx.db, id);
  if (batch === null) throw new AppError("not-found");
  if (batch.createdBy !== ctx.user.id && !can(ctx.role, "import:undoOther")) throw new AppError("forbidden");
  if (!isUndoable(batch, ctx.now)) throw new AppError("already-undone");
  if (!(await setImportBatch(ctx.db, batch, { state: "undone", undoneAt: ctx.now }))) throw new AppError("conflict");
  const left = await undoCases(ctx, id);
  await markImportRowsUndone(ctx.db, id, ctx.now, recordsOf(left));
  await keepImportContent(ctx.db, id, null);
  return { id, left: left.length };
}

// What is held of the batch's cases at once.
const CASES_PER_PART = 1000;

/** Undoes case by case; gives those that stay. */
async function undoCases(ctx: TeamContext, id: ImportBatchId): Promise<readonly Case[]> {
  const { leadIds, opportunityIds } = await lockRecords(ctx.db, await listBatchRecords(ctx.db, id));
  const tools = await loadTools(ctx);
  const recording = openRecording(ctx.db, writerOf(ctx));
  const left: Case[] = [];
  const undo = async (ids: CaseIds) => {
    const cases = await readCases(ctx.db, ids, (day) => (day === null ? NEVER_TOLD : wholeDay(day, ctx.team.timeZone)));
    const decided = decideUndo(ctx, id, cases, tools);
    left.push(...decided.left);
    await updateFacts(ctx.db, freedNames(decided.changes));
    await recording.add({ cases: decided.changes });
    await breathe();
  };
  for (const part of inParts(leadIds)) await undo({ leadIds: part, opportunityIds: [] });
  for (const part of inParts(opportunityIds)) await undo({ leadIds: [], opportunityIds: part });
  await recording.end([activity(ctx, "import.undone", id)]);
  return left;
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += CASES_PER_PART) yield all.slice(start, start + CASES_PER_PART);
}

function decideUndo(
  ctx: TeamContext,
  batchId: ImportBatchId,
  cases: ReadonlyMap<CaseKey, Case>,
  { consequences, recording }: Awaited<ReturnType<typeof loadTools>>,
) {
  const now = rightNow(ctx.team.timeZone, ctx.now);
  const left: Case[] = [];
  const changes = [...cases.values()].flatMap((file) => {
    const decision = undoBatch(file, batchId, now, consequences, recording);
    if (decision.kind === "refused") left.push(file);
    if (decision.kind !== "decided") return [];
    const { rows, voids } = decision;
    return [{ after: withVoided(withRows(file, rows), voids), rows, voids }];
  });
  return { changes, left };
}

/** What is no longer there gives its external id free, so that the same file can be imported again. */
function freedNames(changes: ReturnType<typeof decideUndo>["changes"]) {
  const gone = { leads: new Set<LeadId>(), opportunities: new Set<OpportunityId>(), deals: new Set<DealId>() };
  for (const { after, voids } of changes) {
    const state = stateOf(after);
    if (after.lead && !state.lead) gone.leads.add(after.lead.id);
    for (const { id } of after.opportunities) if (!state.opportunities.has(id)) gone.opportunities.add(id);
    for (const id of voids) gone.deals.add(id);
  }
  const freed = <T>(ids: ReadonlySet<T>) => [...ids].map((id) => ({ id, externalId: null }));
  return { leads: freed(gone.leads), opportunities: freed(gone.opportunities), deals: freed(gone.deals) };
}

function recordsOf(cases: readonly Case[]) {
  return {
    leadIds: cases.flatMap(({ lead }) => (lead ? [lead.id] : [])),
    opportunityIds: cases.flatMap(({ opportunities }) => opportunities.map(({ id }) => id)),
    dealIds: cases.flatMap(({ deals }) => deals.map(({ id }) => id)),
  };
}
