"use server";

import { after } from "next/server";
import { teamAction } from "@/lib/actions/team-action";
import { IMPORT_PATIENCE_MS } from "@/lib/domain/import/batch";
import { routes } from "@/lib/routes";
import { startImport, StartImportInput } from "@/lib/use-cases/import/apply-import";
import { mapColumns, MapColumnsInput } from "@/lib/use-cases/import/map-columns";
import { undoImport, UndoImportInput } from "@/lib/use-cases/import/undo-import";
import { carryOut } from "./carry-out";

export const mapColumnsAction = teamAction({
  needs: "import:run",
  input: MapColumnsInput,
  run: mapColumns,
  then: (slug, { id, isReady }) => routes.importBatch(slug, id, isReady ? { step: "check" } : {}),
});

export const startImportAction = teamAction({
  needs: "import:run",
  input: StartImportInput,
  run: async (ctx, input) => {
    const id = await startImport(ctx, input);
    after(() => carryOut(ctx.team.slug, id));
    return id;
  },
  then: (slug, id) => routes.importBatch(slug, id),
});

export const undoImportAction = teamAction({
  needs: "import:undoOwn", // and another's in the use-case
  input: UndoImportInput,
  run: undoImport,
  patienceMs: IMPORT_PATIENCE_MS,
  then: (slug, { id }) => routes.importBatch(slug, id),
});
