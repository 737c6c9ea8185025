import { listStages } from "@/db/queries/pipeline";
import type { TeamDb } from "@/db/scope";
import type { OpenStage } from "@/lib/domain/metrics/reach";

/** The open stages in order, those of leads first; archived ones too, as records have passed them. */
export async function listOpenStages(db: TeamDb): Promise<readonly OpenStage[]> {
  const stages = await listStages(db);
  return stages.flatMap(({ id, kind, name, subject }) => (kind === "open" ? [{ key: id, name, subject }] : []));
}
