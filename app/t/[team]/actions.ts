"use server";

import { teamAction } from "@/lib/actions/team-action";
import { NoInput } from "@/lib/use-cases/no-input";
import { removeSampleData } from "@/lib/use-cases/samples/remove-sample-data";
import { removeView, RemoveViewInput } from "@/lib/use-cases/saved-views/remove-view";
import { saveView, SaveViewInput } from "@/lib/use-cases/saved-views/save-view";

export const saveViewAction = teamAction({ needs: "view:saveOwn", input: SaveViewInput, run: saveView });
export const removeViewAction = teamAction({ needs: "view:saveOwn", input: RemoveViewInput, run: removeView });
export const removeSampleAction = teamAction({ needs: "import:undoOther", input: NoInput, run: removeSampleData });
