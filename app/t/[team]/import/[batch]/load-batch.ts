import { notFound } from "next/navigation";
import { findImportBatch, listLeadsLeft, listRejectedRows } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CsvRecord, CsvTable } from "@/lib/csv/read-csv";
import { asId, type ImportBatchId } from "@/lib/domain/ids";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { gatherErrors, groupErrors } from "@/lib/domain/import/group-errors";
import { guessColumns } from "@/lib/domain/import/guess-columns";
import { parseUuid } from "@/lib/domain/input/uuid";
import { can } from "@/lib/domain/permissions";
import { isUndoable } from "@/lib/use-cases/import/apply-import";
import { isReadable, makePlan, openBatchTable } from "@/lib/use-cases/import/make-plan";

const SHOWN_SAMPLES = 3;
const SHOWN_REJECTS = 10_000;

export type LoadedBatch = Awaited<ReturnType<typeof loadBatch>>;

/** What the step that the batch has come to has to show. */
export async function loadBatch(ctx: TeamContext, id: string, { isCheck }: { readonly isCheck: boolean }) {
  const parsed = parseUuid(id);
  const batch = parsed.ok ? await findImportBatch(ctx.db, asId<ImportBatchId>(parsed.value)) : null;
  if (batch === null) notFound();
  if (batch.state === "applied" || batch.state === "undone") return loadDone(ctx, batch);
  if (batch.state === "applying") return { step: "run" as const, batch, rows: batch.rowsTotal };
  const table = await openBatchTable(ctx, batch);
  if (isCheck && isReadable(batch.mapping)) {
    const errors = gatherErrors();
    const plan = await makePlan(ctx, batch, table, { locked: false, take: ({ rows }) => errors.add(rows) });
    return { step: "check" as const, batch, plan: { ...plan, groups: errors.groups() } };
  }
  const first = await firstRecords(table);
  const columns = table.header.map((name, at) => ({
    name,
    samples: first.map(({ cells }) => (cells[at] ?? "").slice(0, 60)),
  }));
  const guessed = guessColumns(batch.kind, table.header);
  return { step: "columns" as const, batch, fields: IMPORT_FIELDS[batch.kind], columns, guessed };
}

async function firstRecords(table: CsvTable): Promise<readonly CsvRecord[]> {
  for await (const records of table.records()) {
    const sound = records.filter(({ code }) => code === null);
    if (sound.length > 0) return sound.slice(0, SHOWN_SAMPLES);
  }
  return [];
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
