"use server";

import { teamAction } from "@/lib/actions/team-action";
import { confirmPassword } from "@/lib/auth/confirm-password";
import { routes } from "@/lib/routes";
import { changeSlug, ChangeSlugInput } from "@/lib/use-cases/teams/change-slug";
import { changeTeamSettings, ChangeTeamSettingsInput } from "@/lib/use-cases/teams/change-team-settings";
import { deleteTeam, DeleteTeamInput } from "@/lib/use-cases/teams/delete-team";

export const changeTeamSettingsAction = teamAction({
  needs: "settings:definitions",
  input: ChangeTeamSettingsInput,
  run: changeTeamSettings,
});

export const changeSlugAction = teamAction({
  needs: "settings:slug",
  input: ChangeSlugInput,
  run: changeSlug,
  then: (_before, { slug }) => routes.settings(slug, "team"),
});

export const deleteTeamAction = teamAction({
  needs: "team:delete",
  input: DeleteTeamInput,
  before: ({ password }) => confirmPassword(password ?? ""),
  run: deleteTeam,
  then: () => routes.account(),
});
