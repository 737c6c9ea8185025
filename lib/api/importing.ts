import { IMPORT_PATIENCE_MS } from "@/lib/domain/import/batch";
import { importFile, ImportFileInput, undoImported, UndoImportedInput } from "@/lib/use-cases/api/import-file";
import * as answers from "./answers";
import type { Operation } from "./operation";

function post<I, T>(path: string, operation: Omit<Operation<I, T>, "method" | "path">): Operation<I, T> {
  return { method: "POST", path, patienceMs: IMPORT_PATIENCE_MS, ...operation };
}

export const importFileOperation = post("/imports", {
  summary:
    "Imports a file, whole or not at all; with `dryRun` says what that would do. The same file again changes nothing.",
  needs: "import:run",
  input: ImportFileInput,
  output: answers.IMPORTED,
  bodyType: "text/csv",
  run: importFile,
});
export const undoImportOperation = post("/imports/{id}/undo", {
  summary: "Takes an import back within seven days; what somebody has worked on since stays.",
  needs: "import:undoOwn",
  input: UndoImportedInput,
  output: answers.UNDONE_IMPORT,
  run: undoImported,
});
