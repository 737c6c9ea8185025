import type { BrowserContext } from "@playwright/test";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import type { World } from "./fixtures";

/** A person of this browser with a team that holds a year of the scenario's sample records. */
export async function signInWithSamples(
  context: BrowserContext,
  world: World,
  scenario: Scenario,
  locale: "nb" | "en",
): Promise<{ readonly slug: string; readonly id: TeamId; readonly member: Member }> {
  const owner = await world.signIn(context, locale);
  const team = await world.team(owner, scenario, locale);
  const member = { ...owner, emailConfirmed: true, locale };
  await teamDesk(world.database).as(team.id, member, addSampleData, new Date());
  return { ...team, member };
}
