"use server";

import { newTeamAction } from "@/lib/actions/new-team-action";
import { teamAction } from "@/lib/actions/team-action";
import { routes } from "@/lib/routes";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { NoInput } from "@/lib/use-cases/no-input";
import { createTeam, CreateTeamInput } from "@/lib/use-cases/teams/create-team";

export const createTeamAction = newTeamAction({
  input: CreateTeamInput,
  run: createTeam,
  then: ({ slug }) => routes.welcome({ team: slug }),
});

export const beginWithSampleAction = teamAction({
  needs: "import:run",
  input: NoInput,
  run: async (ctx): Promise<void> => {
    await addSampleData(ctx);
  },
  then: (slug) => routes.team(slug),
});
