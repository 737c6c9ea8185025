import type { Finding } from "@/lib/domain/diagnosis/diagnose";
import type { Held } from "@/lib/domain/diagnosis/report-findings";
import type { BlockData, LoadedBlock, LoadedBlocks } from "@/lib/domain/metrics/block-data";
import type { Report } from "@/lib/domain/metrics/report";

/** What every block of a report is drawn from. */
export interface BlockProps {
  /** `null` where there are no records to open. */
  readonly slug: string | null;
  readonly report: Report;
  readonly held: Held;
  readonly blocks: LoadedBlocks;
  /** What is said of it, where that is not of the whole team. */
  readonly findings?: readonly Finding<string>[];
}

/** The same for one that counts for itself. */
export interface LoadedProps<Id extends LoadedBlock> extends BlockProps {
  readonly data: BlockData[Id];
}
