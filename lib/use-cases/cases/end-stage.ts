import { fieldError } from "@/lib/domain/errors";
import type { StageId } from "@/lib/domain/ids";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import type { Tools } from "./decide";

/** Where an opportunity ends: the stage that was asked for, if it is of that kind, else the first one. */
export function endStage<K extends "won" | "lost">(tools: Tools, kind: K, asked: StageId | undefined): StageRef<K> {
  if (asked === undefined) return tools.first("opportunity", kind);
  if (tools.stage("opportunity", asked)?.kind !== kind) throw fieldError({ stageId: "choice" });
  return { id: asked, kind };
}
