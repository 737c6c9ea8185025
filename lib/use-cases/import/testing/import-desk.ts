import { readFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "@/db/client";
import { findImportBatch } from "@/db/queries/imports";
import type { Member } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ImportBatchId, TeamId } from "@/lib/domain/ids";
import type { ImportableKind, ImportMapping } from "@/lib/domain/import/batch";
import type { PlannedRow } from "@/lib/domain/import/plan";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { applyImport, startImport } from "../apply-import";
import { makePlan, openBatchTable, type PartOfPlan } from "../make-plan";
import { undoImport } from "../undo-import";
import { uploadImport } from "../upload-import";

const OLIST = path.resolve(import.meta.dirname, "../../../../../shared/data/olist");
export type Importer = { readonly teamId: TeamId; readonly owner: Member };

/** Imports as the pages do it, over a real database. */
export function importDesk(db: Database) {
  const desk = teamDesk(db);

  const upload = async ({ teamId, owner }: Importer, kind: ImportableKind, file: string | Uint8Array) => {
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    const { batchId } = await desk.as(teamId, owner, (ctx) => uploadImport(ctx, { kind, fileName: "a.csv", bytes }));
    return batchId;
  };
  const batch = ({ teamId, owner }: Importer, id: ImportBatchId) =>
    desk.as(teamId, owner, async (ctx) => {
      const found = await findImportBatch(ctx.db, id);
      if (found === null) throw new AppError("not-found");
      return found;
    });
  const plan = (by: Importer, id: ImportBatchId, mapping: Partial<ImportMapping> = {}) =>
    desk.as(by.teamId, by.owner, async (ctx) => {
      const found = await findImportBatch(ctx.db, id);
      if (found === null) throw new AppError("not-found");
      const mapped = { ...found, mapping: { ...found.mapping, ...mapping } };
      const rows: PlannedRow[] = [];
      const take = (part: PartOfPlan) => void rows.push(...part.rows);
      const summary = await makePlan(ctx, mapped, await openBatchTable(ctx, mapped), { locked: false, take });
      return { ...summary, rows };
    });
  const start = async (by: Importer, id: ImportBatchId) => {
    const { version } = await batch(by, id);
    await desk.as(by.teamId, by.owner, (ctx) => startImport(ctx, { id, version }));
  };
  const apply = async (by: Importer, id: ImportBatchId) => {
    await start(by, id);
    return desk.as(by.teamId, by.owner, (ctx) => applyImport(ctx, id));
  };
  return {
    ...desk,
    upload,
    batch,
    plan,
    start,
    apply,
    undo: (by: Importer, id: ImportBatchId) => desk.as(by.teamId, by.owner, (ctx) => undoImport(ctx, { id })),
    import: async (by: Importer, kind: ImportableKind, file: string | Uint8Array) => {
      const id = await upload(by, kind, file);
      await apply(by, id);
      return batch(by, id);
    },
  };
}

/** The real input, read in place. */
export function olist(name: "leads" | "deals"): Uint8Array {
  return readFileSync(path.join(OLIST, `${name}.csv`));
}
