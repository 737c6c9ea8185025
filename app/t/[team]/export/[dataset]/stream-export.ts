import { enterTeam } from "@/lib/auth/open-team";
import { report } from "@/lib/log";
import type { RecordDataset } from "@/lib/routes";
import type { SearchParams } from "@/lib/search-params";
import { exportRecords } from "@/lib/use-cases/exports/export-records";
import { readExport } from "./read-export";

/** A slow reader holds a connection to the database for so long, and no longer. */
const PATIENCE_MS = 5 * 60_000;
/** The others are the pages'. */
const AT_ONCE_MAX = 3;
let running = 0;

/** Whether one more export may begin now. */
export function hasRoom(): boolean {
  return running < AT_ONCE_MAX;
}

/** The file as it is read, from one moment of the database. A fault cuts the answer off: no reader takes half a file for a whole one. */
export function streamExport(
  team: string,
  dataset: RecordDataset,
  params: SearchParams,
  stopped: AbortSignal,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  void pump();
  return readable;

  async function pump(): Promise<void> {
    running += 1;
    try {
      await enterTeam(
        team,
        "export:records",
        "read",
        async (ctx) =>
          exportRecords(ctx, await readExport(ctx, dataset, params), (piece) => writer.write(encoder.encode(piece))),
        PATIENCE_MS,
      );
      await writer.close();
    } catch (error) {
      if (!stopped.aborted) report(error, "export");
      await writer.abort(error);
    } finally {
      running -= 1;
    }
  }
}
