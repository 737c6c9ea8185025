import { z } from "zod";
import { createImportBatch, takeImportBatch } from "@/db/mutations/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { ImportBatchId } from "@/lib/domain/ids";
import { columnsAsked, parseAskedMapping } from "@/lib/domain/import/asked-mapping";
import { IMPORT_KINDS, type ImportMapping } from "@/lib/domain/import/batch";
import type { ImportSummary, PlannedPart } from "@/lib/domain/import/plan";
import type { RowError } from "@/lib/domain/import/row-codes";
import { parseChoice } from "@/lib/domain/input/choice";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { carryOutImport } from "@/lib/use-cases/import/apply-import";
import { isReadable, makePlan } from "@/lib/use-cases/import/make-plan";
import { undoImport } from "@/lib/use-cases/import/undo-import";
import { guessMapping, readUpload } from "@/lib/use-cases/import/upload-import";
import { apiField, recordId, whenGiven } from "./fields";

/** What stands here of rejected cells; `rejected` counts the rows. */
const REJECTS_MAX = 10_000;

export const ImportFileInput = z.strictObject({
  kind: apiField((input) => parseChoice(input, IMPORT_KINDS), { type: "string", enum: IMPORT_KINDS }),
  dryRun: whenGiven((input) => parseChoice(input, ["true", "false"]), { type: "string", enum: ["true", "false"] }),
  "Import-Mapping": whenGiven(parseAskedMapping, {
    type: "string",
    description:
      'A JSON object: our columns by the headings of the file (`{"external_id": "mql_id"}`), and where wanted `dateFormat`, ' +
      "`timesAre`, `numberFormat`, `unknownChannels`. Without it the headings speak for themselves.",
  }),
  body: apiField(
    (input) => (input instanceof Uint8Array && input.byteLength > 0 ? accept(input) : refuse("required")),
    { type: "string", description: "The file, with a heading line. At most 20 MB and 200,000 rows." },
  ),
});

/** Imports a file as the pages do, in one go: the plan alone with `dryRun`, else the plan carried out, whole or not at all. */
export async function importFile(ctx: TeamContext, input: z.output<typeof ImportFileInput>) {
  const { kind, dryRun = "false", "Import-Mapping": asked, body } = input;
  const upload = await readUpload(ctx, { kind, fileName: "", bytes: body });
  const { table, text } = upload;
  const batch = { ...upload.batch, mapping: askedMapping(upload, asked) };
  if (!isReadable(batch.mapping)) throw fieldError({ "Import-Mapping": "required" });
  const rejects = gatherRejects();
  if (dryRun === "true") {
    return { id: null, ...answer(await makePlan(ctx, batch, table, { locked: false, take: rejects.add }), rejects) };
  }
  // Uploaded and applied in one transaction, it is one activity: the log is locked last, after all that the import locks.
  await createImportBatch(ctx.db, { ...batch, state: "applying" }, text);
  if (!(await takeImportBatch(ctx.db, batch.id))) throw new AppError("import-changed");
  return { id: batch.id, ...answer(await carryOutImport(ctx, batch, table, { onPart: rejects.add }), rejects) };
}

function askedMapping(
  { batch, table, sample }: Awaited<ReturnType<typeof readUpload>>,
  asked: z.output<typeof ImportFileInput>["Import-Mapping"],
): ImportMapping {
  if (asked === undefined) return batch.mapping;
  const columns = columnsAsked(asked, batch.kind, table.header);
  if (columns === null) throw fieldError({ "Import-Mapping": "choice" });
  const chosen = asked.headings.size === 0 ? undefined : columns;
  return { ...guessMapping(batch.kind, { header: table.header, sample }, "en", chosen), ...asked.reading };
}

/** The cells for which rows were left out, as many as are told. */
function gatherRejects() {
  const reject: (RowError & { readonly line: number })[] = [];
  const add = ({ rows }: PlannedPart) => {
    const found = rows.flatMap(({ line, errors }) => errors.map((error) => ({ line, ...error })));
    reject.push(...found.slice(0, REJECTS_MAX - reject.length));
  };
  return { add, reject };
}

function answer({ counts, undated, faulty }: ImportSummary, { reject }: ReturnType<typeof gatherRejects>) {
  const { create, update, skip, reject: rejected } = counts;
  return { create, update, skip, rejected, undated, faulty, reject };
}

export const UndoImportedInput = z.strictObject({ id: recordId<ImportBatchId>() });

/** Takes an import back; `left` is how many records stay because somebody has worked on them since. */
export function undoImported(ctx: TeamContext, input: z.output<typeof UndoImportedInput>) {
  return undoImport(ctx, input);
}
