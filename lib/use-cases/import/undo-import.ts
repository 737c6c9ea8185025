import { z } from "zod";
import { markImportRowsUndone, keepImportContent, setImportBatch, updateFacts } from "@/db/mutations/imports";
import { recordCases } from "@/db/mutations/record-cases";
import { type CaseKey, lockCases } from "@/db/queries/cases";
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
  const cases = await lockBatchCases(ctx, id);
  const { changes, left } = await decideUndo(ctx, id, cases);
  await updateFacts(ctx.db, freedNames(changes));
  await recordCases(ctx.db, writerOf(ctx), { cases: changes, activities: [activity(ctx, "import.undone", id)] });
  await markImportRowsUndone(ctx.db, id, ctx.now, recordsOf(left));
  await keepImportContent(ctx.db, id, null);
  return { id, left: left.length };
}

async function lockBatchCases(ctx: TeamContext, id: ImportBatchId): Promise<ReadonlyMap<CaseKey, Case>> {
  const { rows, deals } = await listBatchRecords(ctx.db, id);
  const all = [...rows, ...deals];
  const leadIds = [...new Set(all.flatMap(({ leadId }) => leadId ?? []))];
  const opportunityIds = [...new Set(all.flatMap(({ opportunityId }) => opportunityId ?? []))];
  return lockCases(ctx.db, { leadIds, opportunityIds }, (day) =>
    day === null ? NEVER_TOLD : wholeDay(day, ctx.team.timeZone),
  );
}

async function decideUndo(ctx: TeamContext, batchId: ImportBatchId, cases: ReadonlyMap<CaseKey, Case>) {
  const { consequences, recording } = await loadTools(ctx);
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
function freedNames(changes: Awaited<ReturnType<typeof decideUndo>>["changes"]) {
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
