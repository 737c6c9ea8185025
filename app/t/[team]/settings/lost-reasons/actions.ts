"use server";

import { teamAction } from "@/lib/actions/team-action";
import { addLostReason, AddLostReasonInput } from "@/lib/use-cases/lost-reasons/add-lost-reason";
import { archiveLostReason, ArchiveLostReasonInput } from "@/lib/use-cases/lost-reasons/archive-lost-reason";
import { renameLostReason, RenameLostReasonInput } from "@/lib/use-cases/lost-reasons/rename-lost-reason";

const needs = "settings:lostReasons";

export const addLostReasonAction = teamAction({ needs, input: AddLostReasonInput, run: addLostReason });
export const renameLostReasonAction = teamAction({ needs, input: RenameLostReasonInput, run: renameLostReason });
export const archiveLostReasonAction = teamAction({ needs, input: ArchiveLostReasonInput, run: archiveLostReason });
