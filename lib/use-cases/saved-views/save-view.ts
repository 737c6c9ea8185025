import { z } from "zod";
import { createSavedView } from "@/db/mutations/saved-views";
import { listSavedViews } from "@/db/queries/saved-views";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";
import type { SavedViewId } from "@/lib/domain/ids";
import { parseName } from "@/lib/domain/input/name";
import { accept } from "@/lib/domain/input/parsed";
import { parseText } from "@/lib/domain/input/text";
import { can } from "@/lib/domain/permissions";
import { choiceField, field } from "@/lib/use-cases/fields";
import { readSaved } from "@/lib/search-params";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";

const VIEWS_MAX = 200;

export const SaveViewInput = z.strictObject({
  name: field((input) => parseName(input, 80)),
  whose: choiceField(["own", "team"]),
  /** The search of the report's address. */
  query: field((input) =>
    typeof input === "string" ? parseText(input, { lengthMax: 4000, lines: false }) : accept(""),
  ),
});
export type SaveViewInput = z.output<typeof SaveViewInput>;

/** Keeps a question of the report under a name, for oneself or for the team. */
export async function saveView(ctx: TeamContext, { name, whose, query }: SaveViewInput): Promise<{ id: SavedViewId }> {
  if (whose === "team" && !can(ctx.role, "view:saveTeam")) throw new AppError("forbidden");
  if ((await listSavedViews(ctx.db, ctx.user.id)).length >= VIEWS_MAX) throw new AppError("too-many", { n: 0 });
  const id = ctx.newId<SavedViewId>();
  const view = { id, name, nameNorm: fold(name), query: readSaved(query, { ...ctx.team, now: ctx.now }).search };
  const isNew = await createSavedView(ctx.db, { ...view, ownerId: whose === "own" ? ctx.user.id : null });
  if (!isNew) throw fieldError({ name: "name-taken" });
  if (whose === "team") await recordActivity(ctx, "view.saved", ["saved_view", id]);
  return { id };
}
