import { z } from "zod";
import { lockTeam, updateSlug } from "@/db/mutations/teams";
import { findTeam } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { slugField, versionField } from "@/lib/use-cases/fields";

export const ChangeSlugInput = z.strictObject({ version: versionField, slug: slugField });

/** Another address for the team. The old one leads nowhere from now on, and never to another team. */
export async function changeSlug(
  ctx: TeamContext,
  { version, slug }: z.output<typeof ChangeSlugInput>,
): Promise<{ readonly slug: string }> {
  await lockTeam(ctx.db);
  const before = await findTeam(ctx.db);
  if (before === null) throw new AppError("not-found");
  if (before.version !== version) throw new AppError("conflict");
  if (before.slug === slug) return { slug };
  if (!(await updateSlug(ctx.db, slug, version + 1))) throw fieldError({ slug: "slug-taken" });
  await recordActivity(ctx, "team.changed", ["team", before.id], ["slug"]);
  return { slug };
}
