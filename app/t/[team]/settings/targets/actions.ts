"use server";

import { localized } from "@/lib/actions/localized";
import { teamAction } from "@/lib/actions/team-action";
import { removeTarget, RemoveTargetInput } from "@/lib/use-cases/targets/remove-target";
import { setTarget, setTargetInput } from "@/lib/use-cases/targets/set-target";

const needs = "settings:targets";

export const setTargetAction = teamAction({ needs, input: localized(setTargetInput), run: setTarget });
export const removeTargetAction = teamAction({ needs, input: RemoveTargetInput, run: removeTarget });
