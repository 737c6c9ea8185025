import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSavedViews } from "@/db/queries/saved-views";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { removeView } from "./remove-view";
import { saveView } from "./save-view";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const OWN = { name: "Kvartalet", whose: "own", query: "period=quarter&nonsense=1" } as const;
const TEAMS = { ...OWN, whose: "team" } as const;

describe("a saved view", () => {
  it("is its owner's alone, the team's is everybody's, and only what the address knows is kept", async () => {
    const desk = teamDesk(database.db);
    const { teamId, owner } = await desk.newTeam();
    const viewer = await desk.newMember(teamId, "viewer");
    await desk.as(teamId, viewer, (ctx) => saveView(ctx, OWN));
    await desk.as(teamId, owner, (ctx) => saveView(ctx, { ...TEAMS, name: "Alle" }));
    const seenBy = (member: typeof owner) =>
      desk.as(teamId, member, async (ctx) =>
        (await listSavedViews(ctx.db, member.id)).map(({ name, query }) => [name, query]),
      );
    expect(await seenBy(viewer)).toEqual([
      ["Alle", "period=quarter"],
      ["Kvartalet", "period=quarter"],
    ]);
    expect(await seenBy(owner)).toEqual([["Alle", "period=quarter"]]);
  });

  it("has a name once: the second of the same folded name is refused, but mine may be called as the team's is", async () => {
    const desk = teamDesk(database.db);
    const { teamId, owner } = await desk.newTeam();
    await desk.as(teamId, owner, (ctx) => saveView(ctx, TEAMS));
    await desk.as(teamId, owner, (ctx) => saveView(ctx, OWN));
    const again = desk.as(teamId, owner, (ctx) => saveView(ctx, { ...OWN, name: "KVARTALET" }));
    await expect(again).rejects.toMatchObject({ code: "invalid" });
  });

  it("of the team is not for a member to save or remove; another's, and another team's, is not found", async () => {
    const desk = teamDesk(database.db);
    const { teamId, owner } = await desk.newTeam();
    const member = await desk.newMember(teamId, "member");
    await expect(desk.as(teamId, member, (ctx) => saveView(ctx, TEAMS))).rejects.toMatchObject({ code: "forbidden" });
    const teams = await desk.as(teamId, owner, (ctx) => saveView(ctx, TEAMS));
    const own = await desk.as(teamId, owner, (ctx) => saveView(ctx, OWN));
    await expect(desk.as(teamId, member, (ctx) => removeView(ctx, teams))).rejects.toMatchObject({ code: "forbidden" });
    await expect(desk.as(teamId, member, (ctx) => removeView(ctx, own))).rejects.toMatchObject({ code: "not-found" });
    const other = await desk.newTeam();
    const foreign = desk.as(other.teamId, other.owner, (ctx) => removeView(ctx, own));
    await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    await desk.as(teamId, owner, (ctx) => removeView(ctx, own));
    await desk.as(teamId, owner, (ctx) => removeView(ctx, teams));
    expect(await desk.as(teamId, owner, (ctx) => listSavedViews(ctx.db, owner.id))).toEqual([]);
  });
});
