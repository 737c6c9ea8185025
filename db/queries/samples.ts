import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import { stageTransitions } from "@/db/schema/log";
import { leads } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { CampaignId, ImportBatchId } from "@/lib/domain/ids";

/** The sample batch that is there, or was at a moment of the past, if any. */
export async function findSampleBatch(db: TeamDb, at?: Date): Promise<ImportBatchId | null> {
  const isThere = at === undefined ? eq(importBatches.state, "applied") : wasThere(at);
  const [row] = await db.tx
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(db.where(importBatches, and(eq(importBatches.sample, true), isThere)))
    .limit(1);
  return row?.id ?? null;
}

function wasThere(at: Date) {
  return and(lte(importBatches.appliedAt, at), or(isNull(importBatches.undoneAt), gt(importBatches.undoneAt, at)));
}

/** A sample batch has some hundreds of leads; all of them. */
export async function listBatchLeads(db: TeamDb, batchId: ImportBatchId) {
  const rows = await db.tx
    .select({ id: leads.id })
    .from(leads)
    .where(db.where(leads, eq(leads.batchId, batchId)))
    .limit(100_000);
  return rows.map(({ id }) => id);
}

/**
 * The campaigns that sample records came by and no other, of a batch that is there or has been removed. Asked from the batch
 * on: most teams have none, and their log is not gone through for it.
 */
export async function listSampleCampaigns(db: TeamDb): Promise<ReadonlySet<CampaignId>> {
  const t = stageTransitions;
  const ofSamples = db.tx
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(db.where(importBatches, eq(importBatches.sample, true)));
  const bySamples = db.tx
    .select({ id: t.campaignId })
    .from(t)
    .where(db.where(t, isNotNull(t.campaignId), inArray(t.batchId, ofSamples)));
  const rows = await db.tx
    .select({ id: t.campaignId })
    .from(t)
    .where(db.where(t, inArray(t.campaignId, bySamples), isNull(t.undoesId)))
    .groupBy(t.campaignId)
    .having(sql`bool_and(coalesce(${t.batchId} in (${ofSamples}), false))`)
    .limit(2000);
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
