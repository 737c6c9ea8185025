import { afterAll, beforeAll, expect, test } from "vitest";
import { listDeletedTeamsOf, listTeamsOf, resolveSlug, resolveTeam } from "@/db/directory";
import { findApiKey } from "@/db/queries/api-keys";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { openDeletedTeamIn } from "@/lib/auth/open-deleted-team";
import { openJobIn } from "@/lib/auth/open-job";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { refusal } from "@/lib/use-cases/leads/testing/lead-desk";
import { inviteMember } from "@/lib/use-cases/members/invite-member";
import { sharingDesk } from "@/lib/use-cases/sharing/testing/sharing-desk";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { changeSlug, ChangeSlugInput } from "./change-slug";
import { deleteTeam, DeleteTeamInput } from "./delete-team";
import { restoreTeam } from "./restore-team";

let server: TestDatabase;
let desk: ReturnType<typeof sharingDesk>;
beforeAll(async () => {
  server = await testDatabase();
  desk = sharingDesk(server);
});
afterAll(async () => {
  await desk.close();
  await server.drop();
});

const ask = <T>(work: Parameters<typeof server.db.transaction<T>>[1]) =>
  server.db.transaction({ teamId: null, access: "read" }, work);
const found = (user: Member, slug: string) => ask((tx) => resolveTeam(tx, user.id, slug));
const restore = (teamId: TeamId, user: Member) => openDeletedTeamIn(server.db, { teamId, user, now: NOW }, restoreTeam);

test("a deleted team is closed at once to its members, its links, keys and invitations; the owner alone brings it back, without those", async () => {
  const { teamId, owner, slug } = await desk.newTeam();
  const [admin, stranger, guest] = [
    await desk.newMember(teamId, "admin"),
    (await desk.newTeam()).owner,
    await desk.newUser(),
  ];
  const { token } = await desk.make(teamId, owner);
  const { id: keyId } = await desk.as(teamId, owner, (ctx) =>
    createApiKey(ctx, { name: "K", scope: "read", days: "never" }),
  );
  const invited = await desk.as(teamId, owner, (ctx) => inviteMember(ctx, { email: guest.email, role: "viewer" }));
  expect(await refusal(remove(teamId, owner, "nordlys"))).toEqual({ typedName: "choice" });
  expect(await desk.visit(token)).toMatchObject({ kind: "open" });

  await remove(teamId, owner, "Nordlys");

  expect([await found(owner, slug), await found(admin, slug)]).toEqual([null, null]);
  expect(await ask((tx) => listTeamsOf(tx, admin.id))).toEqual([]);
  expect(await ask((tx) => resolveSlug(tx, slug))).toBeNull();
  expect(await desk.visit(token)).toEqual({ kind: "gone" });
  expect(await refusal(desk.invited(invited.token, async () => null))).toBe("token-used");
  expect(await openJobIn(server.db, teamId, NOW, async () => "worked")).toBeNull();
  expect((await ask((tx) => listDeletedTeamsOf(tx, owner.id))).map(({ name }) => name)).toEqual(["Nordlys"]);
  expect(await ask((tx) => listDeletedTeamsOf(tx, admin.id))).toEqual([]);
  expect(await refusal(restore(teamId, admin))).toBe("not-found");
  expect(await refusal(restore(teamId, stranger))).toBe("not-found");

  await restore(teamId, owner);
  expect([await found(owner, slug), await found(admin, slug)]).toEqual([teamId, teamId]);
  expect(await desk.visit(token)).toEqual({ kind: "gone" });
  expect((await desk.within(teamId, (db) => findApiKey(db, keyId)))?.revokedAt).toEqual(NOW);
  expect(await refusal(desk.invited(invited.token, async () => null))).toBe("token-used");
  expect(await refusal(restore(teamId, owner))).toBe("not-found");
});

test("an address is one team's for ever: its old one leads nowhere, another team never gets it, and it can be taken back", async () => {
  const { teamId, owner, slug } = await desk.newTeam({ name: "Lysefjord" });
  const other = await desk.newTeam({ name: "Preikestolen" });
  const move = (to: string, version: number, team = { teamId, owner }) =>
    desk.as(team.teamId, team.owner, (ctx) =>
      changeSlug(ctx, ChangeSlugInput.parse({ slug: to, version: String(version) })),
    );
  expect(await refusal(move(other.slug, 1))).toEqual({ slug: "slug-taken" });
  expect(await refusal(move("nye-lysefjord", 7))).toBe("conflict");
  expect(await move("nye-lysefjord", 1)).toEqual({ slug: "nye-lysefjord" });
  expect([await found(owner, slug), await found(owner, "nye-lysefjord")]).toEqual([null, teamId]);
  expect(await refusal(move(slug, 1, other))).toEqual({ slug: "slug-taken" });
  expect((await desk.newTeam({ name: "Lysefjord" })).slug).toMatch(/^lysefjord-.+/);
  expect(await move(slug, 2)).toEqual({ slug });
  expect(await found(owner, slug)).toBe(teamId);
});

test("of two teams that want one address at once, one gets it", async () => {
  const teams = [await desk.newTeam(), await desk.newTeam()];
  const both = teams.map(({ teamId, owner }) =>
    refusal(desk.as(teamId, owner, (ctx) => changeSlug(ctx, { slug: "den-ene", version: 1 }))),
  );
  expect(await Promise.all(both)).toEqual(expect.arrayContaining(["done", { slug: "slug-taken" }]));
});

function remove(teamId: TeamId, user: Member, typedName: string): Promise<void> {
  return desk.as(teamId, user, (ctx) => deleteTeam(ctx, DeleteTeamInput.parse({ typedName, password: "" })));
}
