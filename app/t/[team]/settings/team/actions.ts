"use server";

import { teamAction } from "@/lib/actions/team-action";
import { changeTeamSettings, ChangeTeamSettingsInput } from "@/lib/use-cases/teams/change-team-settings";

export const changeTeamSettingsAction = teamAction({
  needs: "settings:definitions",
  input: ChangeTeamSettingsInput,
  run: changeTeamSettings,
});
