import { z } from "zod";
import { setImportBatch } from "@/db/mutations/imports";
import { findImportBatch } from "@/db/queries/imports";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { ImportBatchId } from "@/lib/domain/ids";
import {
  DELIMITER_NAMES,
  DELIMITER_SIGNS,
  type ImportMapping,
  TIMES_ARE,
  UNKNOWN_CHANNELS,
} from "@/lib/domain/import/batch";
import { ALL_IMPORT_FIELDS, columnName, IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { DATE_FORMATS } from "@/lib/domain/input/date-import";
import { parseCount } from "@/lib/domain/input/money";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, field, idField, optionalChoiceField, versionField } from "@/lib/use-cases/fields";
import { optional } from "@/lib/domain/input/parsed";
import { isReadable, openBatchTable } from "./make-plan";
import { readThrough } from "./upload-import";

const columnField = field(optional((input) => parseCount(input, "en")));
const NUMBER_FORMATS = ["nb", "en"] as const;

export const MapColumnsInput = z
  .strictObject({
    id: idField<ImportBatchId>(),
    version: versionField,
    delimiter: choiceField(DELIMITER_NAMES),
    dateFormat: optionalChoiceField(DATE_FORMATS),
    timesAre: choiceField(TIMES_ARE),
    numberFormat: choiceField(NUMBER_FORMATS),
    unknownChannels: choiceField(UNKNOWN_CHANNELS),
    ...Object.fromEntries(ALL_IMPORT_FIELDS.map((name) => [columnName(name), columnField])),
  })
  .transform(({ id, version, delimiter, ...rest }) => ({ id, version, delimiter, rest }));
export type MapColumns = z.output<typeof MapColumnsInput>;

/** Says which column is what, and how its cells are read. */
export async function mapColumns(
  ctx: TeamContext,
  input: MapColumns,
): Promise<{ id: ImportBatchId; isReady: boolean }> {
  const batch = await findImportBatch(ctx.db, input.id);
  if (batch === null) throw new AppError("not-found");
  const delimiter = DELIMITER_SIGNS[input.delimiter];
  const table = await openBatchTable(ctx, { ...batch, delimiter });
  const hasNewDelimiter = delimiter !== batch.delimiter;
  const { rowsTotal } = hasNewDelimiter ? await readThrough(table) : batch;
  const { dateFormat, timesAre, numberFormat, unknownChannels, ...chosen } = input.rest;
  const columns = hasNewDelimiter ? {} : columnsOf(batch.kind, chosen, table.header.length);
  const mapping: ImportMapping = { columns, dateFormat, timesAre, numberFormat, unknownChannels };
  if (!hasNewDelimiter && !isReadable(mapping)) {
    throw fieldError(
      Object.keys(columns).length === 0
        ? { [columnName(IMPORT_FIELDS[batch.kind][0])]: "required" }
        : { dateFormat: "required" },
    );
  }
  const seen = {
    id: input.id,
    state: batch.state === "failed" ? "failed" : "uploaded",
    version: input.version,
  } as const;
  if (!(await setImportBatch(ctx.db, seen, { mapping, delimiter, rowsTotal }))) throw new AppError("import-changed");
  await recordActivity(ctx, "import.mapped", ["import", input.id]);
  return { id: input.id, isReady: !hasNewDelimiter };
}

function columnsOf(
  kind: keyof typeof IMPORT_FIELDS,
  chosen: Readonly<Record<string, unknown>>,
  width: number,
): ImportMapping["columns"] {
  const entries = IMPORT_FIELDS[kind].flatMap((name) => {
    const at = chosen[columnName(name)];
    return typeof at === "number" && at < width ? [[name, at] as const] : [];
  });
  return Object.fromEntries(entries);
}
