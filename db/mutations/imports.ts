import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { importRows } from "@/db/schema/import-rows";
import { importBatches, importContents } from "@/db/schema/imports";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { DealId, ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { ImportState } from "@/lib/domain/import/batch";
import { insertRows, updateRows } from "./bulk-rows";

type BatchInsert = typeof importBatches.$inferInsert;

export async function createImportBatch(
  db: TeamDb,
  batch: Omit<BatchInsert, "teamId" | "version" | "createdAt">,
  content: string,
): Promise<void> {
  await db.tx.insert(importBatches).values(db.own(batch));
  await keepImportContent(db, batch.id, content);
}

/** Replaces the text that is kept of a batch; null keeps none. */
export async function keepImportContent(db: TeamDb, batchId: ImportBatchId, content: string | null): Promise<void> {
  await db.tx.delete(importContents).where(db.where(importContents, eq(importContents.batchId, batchId)));
  if (content !== null) await db.tx.insert(importContents).values(db.own({ batchId, content }));
}

/** Sets the batch if it is still in that state (and, where given, that version); false when it is not. */
export async function setImportBatch(
  db: TeamDb,
  seen: { readonly id: ImportBatchId; readonly state: ImportState; readonly version?: number | undefined },
  change: Partial<
    Pick<
      BatchInsert,
      "state" | "mapping" | "delimiter" | "counts" | "rowsTotal" | "rowsDone" | "appliedAt" | "undoneAt"
    >
  >,
): Promise<boolean> {
  const rows = await db.tx
    .update(importBatches)
    .set({ ...change, version: sql`${importBatches.version} + 1` })
    .where(
      db.where(
        importBatches,
        eq(importBatches.id, seen.id),
        eq(importBatches.state, seen.state),
        seen.version === undefined ? undefined : eq(importBatches.version, seen.version),
      ),
    )
    .returning({ id: importBatches.id });
  return rows.length > 0;
}

/** How far an import has come, for those who watch it. */
export async function setRowsDone(db: TeamDb, id: ImportBatchId, rowsDone: number): Promise<void> {
  await db.tx
    .update(importBatches)
    .set({ rowsDone })
    .where(db.where(importBatches, and(eq(importBatches.id, id), eq(importBatches.state, "applying"))));
}

/**
 * Takes the batch for this transaction; false when another one has it. Then waits for the team's other imports, which may make
 * the same records and channels. Both are let go with the transaction, also when the process or its connection dies.
 */
export async function takeImportBatch(db: TeamDb, id: ImportBatchId): Promise<boolean> {
  const [row] = await db.tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`import ${db.teamId} ${id}`}, 0)) as taken`,
  );
  if (row?.taken !== true) return false;
  await waitForImports(db);
  return true;
}

/** Until the end of this transaction no import of the team makes records, so an external id that is free stays so. */
export async function waitForImports(db: TeamDb): Promise<void> {
  await db.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${db.teamId}`}, 0))`);
}

type RowInsert = Omit<typeof importRows.$inferInsert, "teamId" | "createdAt" | "undoneAt">;

export async function createImportRows(db: TeamDb, rows: Iterable<Required<RowInsert>>): Promise<void> {
  await insertRows(db, importRows, rows);
}

/** From now on these rows count as never imported, but for those of records that stay. */
export async function markImportRowsUndone(
  db: TeamDb,
  batchId: ImportBatchId,
  now: Date,
  kept: {
    readonly leadIds: readonly LeadId[];
    readonly opportunityIds: readonly OpportunityId[];
    readonly dealIds: readonly DealId[];
  },
): Promise<void> {
  const stays = or(
    isOneOf(importRows.leadId, kept.leadIds),
    isOneOf(importRows.opportunityId, kept.opportunityIds),
    isOneOf(importRows.dealId, kept.dealIds),
  );
  await db.tx
    .update(importRows)
    .set({ undoneAt: now })
    .where(
      db.where(importRows, eq(importRows.batchId, batchId), isNull(importRows.undoneAt), sql`(${stays}) is not true`),
    );
}

/** `column = any(ids)` with one parameter, so that the text of the statement does not depend on how many there are. */
function isOneOf(column: PgColumn, ids: readonly string[]) {
  return sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

type Facts<T, K extends string> = Readonly<Partial<T>> & { readonly id: K };

/** Facts that the log does not hold. Every row of one call has the same properties. */
export async function updateFacts(
  db: TeamDb,
  facts: {
    readonly leads: readonly Facts<typeof leads.$inferInsert, LeadId>[];
    readonly opportunities: readonly Facts<typeof opportunities.$inferInsert, OpportunityId>[];
    readonly deals: readonly Facts<typeof deals.$inferInsert, DealId>[];
  },
): Promise<void> {
  await updateRows(db, leads, facts.leads);
  await updateRows(db, opportunities, facts.opportunities);
  await updateRows(db, deals, facts.deals);
}
