import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { importRows } from "@/db/schema/import-rows";
import { importBatches, importContents } from "@/db/schema/imports";
import { deals, leads } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { ImportableKind } from "@/lib/domain/import/batch";

const BATCH = {
  id: importBatches.id,
  kind: importBatches.kind,
  fileName: importBatches.fileName,
  fileHash: importBatches.fileHash,
  encoding: importBatches.encoding,
  delimiter: importBatches.delimiter,
  mapping: importBatches.mapping,
  state: importBatches.state,
  sample: importBatches.sample,
  counts: importBatches.counts,
  rowsTotal: importBatches.rowsTotal,
  rowsDone: importBatches.rowsDone,
  createdBy: importBatches.createdBy,
  appliedAt: importBatches.appliedAt,
  undoneAt: importBatches.undoneAt,
  version: importBatches.version,
  createdAt: importBatches.createdAt,
};

/** An import of a file; sample data is none. */
export async function findImportBatch(db: TeamDb, id: ImportBatchId) {
  const [row] = await db.tx
    .select(BATCH)
    .from(importBatches)
    .where(db.where(importBatches, eq(importBatches.id, id), eq(importBatches.sample, false)));
  if (!row || row.kind === "sample") return null;
  return { ...row, kind: row.kind };
}
export type ImportBatch = NonNullable<Awaited<ReturnType<typeof findImportBatch>>>;

/** The latest imports, newest first. */
export async function listImportBatches(db: TeamDb) {
  return db.tx
    .select(BATCH)
    .from(importBatches)
    .where(db.where(importBatches, eq(importBatches.sample, false)))
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(50);
}

/** The text that is kept of a batch: the file until it is applied, then its rejected rows. */
export async function findImportContent(db: TeamDb, batchId: ImportBatchId): Promise<string | null> {
  const [row] = await db.tx
    .select({ content: importContents.content })
    .from(importContents)
    .where(db.where(importContents, eq(importContents.batchId, batchId)));
  return row?.content ?? null;
}

// Written out as in its index: with parameters no plan could use that.
const STANDS = sql`${importRows.outcome} in ('created', 'updated')`;

/** Which of these rows have been imported before and stand. */
export async function listSeenFingerprints(db: TeamDb, kind: ImportableKind, fingerprints: readonly string[]) {
  if (fingerprints.length === 0) return new Set<string>();
  const rows = await inChunks(fingerprints, (chunk) =>
    db.tx
      .select({ fingerprint: importRows.fingerprint })
      .from(importRows)
      .where(
        db.where(
          importRows,
          eq(importRows.kind, kind),
          STANDS,
          isNull(importRows.undoneAt),
          textIn(importRows.fingerprint, chunk),
        ),
      ),
  );
  return new Set(rows.flatMap(({ fingerprint }) => fingerprint ?? []));
}

/** Why rows were left out, line by line. */
export async function listRejectedRows(db: TeamDb, batchId: ImportBatchId, limit: number) {
  return db.tx
    .select({ line: importRows.line, errors: importRows.errors })
    .from(importRows)
    .where(db.where(importRows, eq(importRows.batchId, batchId), eq(importRows.outcome, "rejected")))
    .orderBy(importRows.line)
    .limit(limit);
}

/** The records that a batch made or has written rows of the log for, by what their cases are found by. */
export async function listBatchRecords(db: TeamDb, batchId: ImportBatchId) {
  const rows = await db.tx
    .select({ leadId: importRows.leadId, opportunityId: importRows.opportunityId })
    .from(importRows)
    .where(db.where(importRows, eq(importRows.batchId, batchId), inArray(importRows.outcome, ["created", "updated"])))
    .limit(ROWS_LIMIT);
  const ofDeals = await db.tx
    .select({ leadId: deals.leadId, opportunityId: deals.opportunityId })
    .from(deals)
    .where(db.where(deals, or(eq(deals.batchId, batchId), dealOfBatch(batchId, db))))
    .limit(ROWS_LIMIT);
  const leadIds = new Set<LeadId>();
  const opportunityIds = new Set<OpportunityId>();
  for (const { leadId, opportunityId } of [...rows, ...ofDeals]) {
    if (leadId !== null) leadIds.add(leadId);
    if (opportunityId !== null) opportunityIds.add(opportunityId);
  }
  return { leadIds: [...leadIds], opportunityIds: [...opportunityIds] };
}

const ROWS_LIMIT = 400_000;

function dealOfBatch(batchId: ImportBatchId, db: TeamDb) {
  return sql`${deals.id} in (select ${importRows.dealId} from ${importRows}
    where ${and(eq(importRows.teamId, db.teamId), eq(importRows.batchId, batchId))})`;
}

/** The leads of an undone batch that stayed, because somebody has worked on them since. */
export async function listLeadsLeft(db: TeamDb, batchId: ImportBatchId) {
  return db.tx
    .select({ id: leads.id, name: leads.name })
    .from(leads)
    .where(db.where(leads, eq(leads.batchId, batchId), isNotNull(leads.stageId)))
    .orderBy(leads.nameNorm, leads.id)
    .limit(200);
}

const CHUNK = 10_000;

/** One parameter of many texts, in pieces that a plan and a statement can carry. */
export async function inChunks<T>(
  texts: readonly string[],
  query: (chunk: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < texts.length; start += CHUNK)
    found.push(...(await query(texts.slice(start, start + CHUNK))));
  return found;
}

/** `column = any(texts)` with one parameter, as JSON: no sign in a text can break out of it. */
export function textIn(column: PgColumn, texts: readonly string[]) {
  return sql`${column} = any(array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)))`;
}
