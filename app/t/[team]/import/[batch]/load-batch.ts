import { notFound } from "next/navigation";
import { findImportBatch, listLeadsLeft, listRejectedRows } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { asId, type ImportBatchId } from "@/lib/domain/ids";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { groupErrors } from "@/lib/domain/import/group-errors";
import { guessColumns } from "@/lib/domain/import/guess-columns";
import { parseUuid } from "@/lib/domain/input/uuid";
import { can } from "@/lib/domain/permissions";
import { isUndoable } from "@/lib/use-cases/import/apply-import";
import { isReadable, makePlan, readBatchTable } from "@/lib/use-cases/import/make-plan";

const SHOWN_SAMPLES = 3;
const SHOWN_REJECTS = 10_000;

export type LoadedBatch = Awaited<ReturnType<typeof loadBatch>>;

/** What the step that the batch has come to has to show. */
export async function loadBatch(ctx: TeamContext, id: string, { isCheck }: { readonly isCheck: boolean }) {
  const parsed = parseUuid(id);
  const batch = parsed.ok ? await findImportBatch(ctx.db, asId<ImportBatchId>(parsed.value)) : null;
  if (batch === null) notFound();
  if (batch.state === "applied" || batch.state === "undone") return loadDone(ctx, batch);
  const table = await readBatchTable(ctx, batch);
  if (batch.state === "applying") {
    return { step: "run" as const, batch, rows: table.records.length + table.rejects.length };
  }
  if (isCheck && isReadable(batch.mapping)) {
    const { rows, changes, ...plan } = await makePlan(ctx, batch, table, { locked: false });
    const made = {
      leads: changes.leads.length,
      opportunities: changes.opportunities.length,
      deals: changes.deals.length,
    };
    const channels = changes.channels.map(({ name }) => name);
    return { step: "check" as const, batch, plan: { ...plan, made, channels, groups: groupErrors(rows) } };
  }
  const columns = table.header.map((name, at) => ({
    name,
    samples: table.records.slice(0, SHOWN_SAMPLES).map(({ cells }) => (cells[at] ?? "").slice(0, 60)),
  }));
  const guessed = guessColumns(batch.kind, table.header);
  return { step: "columns" as const, batch, fields: IMPORT_FIELDS[batch.kind], columns, guessed };
}

type Batch = NonNullable<Awaited<ReturnType<typeof findImportBatch>>>;

async function loadDone(ctx: TeamContext, batch: Batch) {
  const rejected = await listRejectedRows(ctx.db, batch.id, SHOWN_REJECTS);
  const mayUndo = batch.createdBy === ctx.user.id || can(ctx.role, "import:undoOther");
  const left = batch.state === "undone" ? await listLeadsLeft(ctx.db, batch.id) : [];
  return {
    step: "done" as const,
    batch,
    groups: groupErrors(rejected.map((row) => ({ line: row.line, errors: row.errors }))),
    canUndo: mayUndo && isUndoable(batch, ctx.now),
    left,
  };
}
