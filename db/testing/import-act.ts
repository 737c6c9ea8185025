import type { TeamContext } from "@/lib/auth/team-context";
import type { ImportBatchId } from "@/lib/domain/ids";
import { applyImport, startImport } from "@/lib/use-cases/import/apply-import";
import { uploadImport } from "@/lib/use-cases/import/upload-import";
import { findImportBatch } from "@/db/queries/imports";
import { AppError } from "@/lib/domain/errors";

/** Somebody's transaction in a team. */
export type Run = <T>(work: (ctx: TeamContext) => Promise<T>) => Promise<T>;

interface Choices {
  readonly record: number;
  readonly choice: number;
  readonly day: string | null;
}

/** Two rows of a file of leads, told by its dates: some already known, some further on their way, some without a date. */
export async function importLeads(run: Run, { record, choice, day }: Choices): Promise<void> {
  const [later, channel] = [choice % 3 === 0 ? "2026-10-26" : "", choice % 2 === 0 ? "Import" : ""];
  const [qualified, customer, refused] = [choice % 4 === 1 ? later : "", choice % 4 === 2 ? later : "", ""];
  const rows = [
    ["external_id", "name", "channel", "came_in_on", "qualified_on", "customer_on", "not_a_fit_on"],
    [`x${record}`, "Fra fil", channel, day ?? "", qualified, customer, refused],
    [`y${choice}`, "Fra fil", channel, day ?? "2026-09-30", "", "", choice % 4 === 3 ? later : ""],
  ];
  await importFile(run, "leads", rows);
}

/** A past from which a team knows how long its decisions take: 34 of 40 leads decided within 20 days, half by opportunities. */
export async function importPast(run: Run): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, nth) => {
    const decided = nth < 34 ? `2026-05-${String(2 + (nth % 20)).padStart(2, "0")}` : "";
    const [customer, refused] = nth % 3 === 0 ? [decided, ""] : ["", decided];
    return [`p${nth}`, "Fra før", "2026-05-01", nth % 5 < 3 ? "2026-05-01" : "", customer, refused];
  });
  const header = ["external_id", "name", "came_in_on", "qualified_on", "customer_on", "not_a_fit_on"];
  await importFile(run, "leads", [header, ...rows]);
}

/** One row of a file of deals, of a lead that some file may have brought. */
export async function importDeals(run: Run, { record, choice, day }: Choices): Promise<void> {
  const rows = [
    ["external_id", "lead_external_id", "signed_on", "amount", "currency", "kind"],
    [`d${choice}`, `x${record}`, day ?? "2026-10-31", String(100 * choice), "NOK", "one_off"],
  ];
  await importFile(run, "deals", rows);
}

/** Taking in and carrying out are transactions of their own, as on the pages: the first ends with the log's lock. */
async function importFile(run: Run, kind: "leads" | "deals", rows: readonly (readonly string[])[]) {
  const bytes = new TextEncoder().encode(rows.map((cells) => cells.join(";")).join("\n"));
  const { batchId } = await run((ctx) => uploadImport(ctx, { kind, fileName: "fil.csv", bytes }));
  await run(async (ctx) => startImport(ctx, { id: batchId, version: await versionOf(ctx, batchId) }));
  await run((ctx) => applyImport(ctx, batchId));
}

async function versionOf(ctx: TeamContext, id: ImportBatchId): Promise<number> {
  const batch = await findImportBatch(ctx.db, id);
  if (batch === null) throw new AppError("not-found");
  return batch.version;
}
