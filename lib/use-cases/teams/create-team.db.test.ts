import { afterAll, beforeAll, expect, it } from "vitest";
import { listLogEntries } from "@/db/queries/activity";
import { listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import { findTeam } from "@/db/queries/team";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { CreateTeamInput } from "./create-team";
import { teamDesk } from "./testing/team-desk";

let database: TestDatabase;
let desk: ReturnType<typeof teamDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = teamDesk(database.db);
});
afterAll(async () => database.drop());

it.each(SCENARIOS)(
  "a new %s team has its preset's stages, channels and reasons in order, and its maker owns it",
  async (scenario) => {
    const { teamId, owner } = await desk.newTeam({ scenario });
    await desk.as(teamId, owner, async ({ db, role }) => {
      const preset = PRESETS[scenario];
      const stages = await listStages(db);
      const of = (subject: string) =>
        stages.filter((stage) => stage.subject === subject).map(({ name, kind }) => ({ name, kind }));
      expect(of("lead")).toEqual(preset.leadStages.map(({ name, kind }) => ({ name: name.nb, kind })));
      expect(of("opportunity")).toEqual(preset.opportunityStages.map(({ name, kind }) => ({ name: name.nb, kind })));
      expect((await listChannels(db)).map(({ name }) => name)).toEqual(preset.channels.map(({ nb }) => nb));
      expect((await listLostReasons(db)).map(({ name }) => name)).toEqual(preset.lostReasons.map(({ nb }) => nb));
      expect(role).toBe("owner");
    });
  },
);

it("a new team counts in kroner and Oslo time until told otherwise, and its making is in the log", async () => {
  const { teamId, owner } = await desk.newTeam({ name: "Blåbær AS" });
  await desk.as(teamId, owner, async ({ db }) => {
    expect(await findTeam(db)).toMatchObject({ currency: "NOK", timeZone: "Europe/Oslo", leadConvertsAt: "customer" });
    const entries = await listLogEntries(db, { before: null, limit: 10 });
    expect(entries).toMatchObject([{ seq: 1, kind: "activity", action: "team.created", actorId: owner.id }]);
  });
});

it("ten teams of one name, made at once, have ten addresses", async () => {
  const teams = await Promise.all(Array.from({ length: 10 }, () => desk.newTeam({ name: "Samme Navn" })));
  const slugs = teams.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(10);
  expect(slugs).toContain("samme-navn");
});

it("a time zone that the browser gets wrong becomes Oslo's; a name that a mail program would link is refused", () => {
  const typed = { name: "Nordlys", scenario: "agency" };
  expect(CreateTeamInput.parse({ ...typed, timeZone: "+02:00" }).timeZone).toBe("Europe/Oslo");
  expect(CreateTeamInput.parse(typed).timeZone).toBe("Europe/Oslo");
  expect(CreateTeamInput.parse({ ...typed, timeZone: "America/New_York" }).timeZone).toBe("America/New_York");
  expect(CreateTeamInput.safeParse({ ...typed, name: "www.vinn.no" }).success).toBe(false);
  expect(CreateTeamInput.safeParse({ ...typed, role: "owner" }).success).toBe(false);
});
