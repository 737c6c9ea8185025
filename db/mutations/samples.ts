import { importBatches } from "@/db/schema/imports";
import type { TeamDb } from "@/db/scope";
import type { ImportBatchId, UserId } from "@/lib/domain/ids";
import { insertRows, updateRows } from "./bulk-rows";

/** The flagged batch that sample records belong to. */
export function createSampleBatch(
  db: TeamDb,
  batch: { readonly id: ImportBatchId; readonly createdBy: UserId; readonly appliedAt: Date; readonly leads: number },
): Promise<void> {
  const { leads, ...own } = batch;
  return insertRows(db, importBatches, [
    {
      ...own,
      kind: "sample",
      fileName: "",
      fileHash: "",
      encoding: "",
      delimiter: "",
      mapping: { columns: {}, dateFormat: "yyyy-mm-dd", numberFormat: "nb", unknownChannels: "reject" },
      state: "applied",
      sample: true,
      counts: { create: leads, update: 0, skip: 0, reject: 0 },
    },
  ]);
}

export function endSampleBatch(db: TeamDb, id: ImportBatchId, undoneAt: Date): Promise<void> {
  return updateRows(db, importBatches, [{ id, state: "undone", undoneAt }]);
}
