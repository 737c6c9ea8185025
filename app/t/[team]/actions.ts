"use server";

import { teamAction } from "@/lib/actions/team-action";
import { NoInput } from "@/lib/use-cases/no-input";
import { removeSampleData } from "@/lib/use-cases/samples/remove-sample-data";

export const removeSampleAction = teamAction({ needs: "import:undoOther", input: NoInput, run: removeSampleData });
