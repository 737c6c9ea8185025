import { AsyncLocalStorage } from "node:async_hooks";
import { enterTeam } from "@/lib/auth/open-team";
import type { ImportBatchId } from "@/lib/domain/ids";
import { IMPORT_PATIENCE_MS } from "@/lib/domain/import/batch";
import { report } from "@/lib/log";
import { applyImport, failImport } from "@/lib/use-cases/import/apply-import";
import { reportProgress } from "@/lib/use-cases/import/report-progress";

const PROGRESS_EVERY_MS = 500;

/** Applies a started import once its answer is out. What goes wrong leaves nothing behind, and the batch says so. */
export async function carryOut(team: string, id: ImportBatchId): Promise<void> {
  const onRows = progressOf(team, id);
  try {
    await enterTeam(team, "import:run", "write", (ctx) => applyImport(ctx, id, onRows), IMPORT_PATIENCE_MS);
  } catch (error) {
    report(error, "import");
    await enterTeam(team, "import:run", "write", (ctx) => failImport(ctx, id));
  }
}

/** Told in transactions of their own, outside of the one that nobody can see into before it ends. */
function progressOf(team: string, id: ImportBatchId) {
  const outside = AsyncLocalStorage.snapshot();
  let told = Date.now();
  return async (done: number): Promise<void> => {
    if (Date.now() - told < PROGRESS_EVERY_MS) return;
    told = Date.now();
    try {
      await outside(() => enterTeam(team, "import:run", "write", (ctx) => reportProgress(ctx, id, done)));
    } catch (error) {
      report(error, "import progress"); // the import itself goes on
    }
  };
}
