"use server";

import { teamAction } from "@/lib/actions/team-action";
import { addStage, AddStageInput } from "@/lib/use-cases/stages/add-stage";
import { archiveStage, ArchiveStageInput } from "@/lib/use-cases/stages/archive-stage";
import { renameStage, RenameStageInput } from "@/lib/use-cases/stages/rename-stage";
import { reorderStage, ReorderStageInput } from "@/lib/use-cases/stages/reorder-stage";

const needs = "settings:stages";

export const addStageAction = teamAction({ needs, input: AddStageInput, run: addStage });
export const renameStageAction = teamAction({ needs, input: RenameStageInput, run: renameStage });
export const reorderStageAction = teamAction({ needs, input: ReorderStageInput, run: reorderStage });
export const archiveStageAction = teamAction({ needs, input: ArchiveStageInput, run: archiveStage });
