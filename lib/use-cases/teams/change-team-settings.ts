import { z } from "zod";
import { lockTeam, updateTeam } from "@/db/mutations/teams";
import { keepsDays } from "@/db/queries/records-in-stage";
import { findTeam } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import { parseTimeZone } from "@/lib/domain/input/time-zone";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, currencyField, field, teamNameField, versionField } from "@/lib/use-cases/fields";

export const ChangeTeamSettingsInput = z.strictObject({
  version: versionField,
  name: teamNameField,
  timeZone: field(parseTimeZone),
  currency: currencyField,
  leadConvertsAt: choiceField(["customer", "opportunity"]),
});
export type ChangeTeamSettingsInput = z.output<typeof ChangeTeamSettingsInput>;

/** The team's name and definitions. Its time zone stands once there are records: their days were cut in it. */
export async function changeTeamSettings(ctx: TeamContext, input: ChangeTeamSettingsInput): Promise<void> {
  await lockTeam(ctx.db);
  const before = await findTeam(ctx.db);
  if (before === null) throw new AppError("not-found");
  if (before.version !== input.version) throw new AppError("conflict");
  const changed = SETTINGS.filter((name) => before[name] !== input[name]);
  if (changed.length === 0) return;
  if (changed.includes("timeZone") && (await keepsDays(ctx.db))) throw fieldError({ timeZone: "choice" });
  await updateTeam(ctx.db, { ...input, version: before.version + 1 });
  await recordActivity(ctx, "team.changed", ["team", before.id], changed);
}

const SETTINGS = ["name", "timeZone", "currency", "leadConvertsAt"] as const;
