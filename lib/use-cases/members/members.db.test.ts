import { afterAll, beforeAll, expect, it } from "vitest";
import { countOwners, listCurrentMembers } from "@/db/queries/members";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/permissions";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { changeRole } from "./change-role";
import { leaveTeam } from "./leave-team";
import { removeMember } from "./remove-member";

let database: TestDatabase;
let desk: ReturnType<typeof teamDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = teamDesk(database.db);
});
afterAll(async () => database.drop());

async function setRole(teamId: TeamId, actor: Member, member: Member, role: Role) {
  const { id, version } = await desk.membership(teamId, member);
  return desk.as(teamId, actor, (ctx) => changeRole(ctx, { id, version, role }));
}

async function remove(teamId: TeamId, actor: Member, member: Member) {
  const { id, version } = await desk.membership(teamId, member);
  return desk.as(teamId, actor, (ctx) => removeMember(ctx, { id, version }));
}

it("an owner makes a member an admin; the member's rights are other from the next request on", async () => {
  const { teamId, owner } = await desk.newTeam();
  const member = await desk.newMember(teamId, "member");
  await setRole(teamId, owner, member, "admin");
  expect(await desk.as(teamId, member, async ({ role }) => role)).toBe("admin");
});

it("a removed member is out at once, and is listed no more", async () => {
  const { teamId, owner } = await desk.newTeam();
  const member = await desk.newMember(teamId, "member");
  await remove(teamId, owner, member);
  await expect(desk.as(teamId, member, async () => true)).rejects.toThrow("not a member");
  const members = await desk.as(teamId, owner, ({ db }) => listCurrentMembers(db));
  expect(members.map(({ email }) => email)).toEqual([owner.email]);
});

it("another team's member is not found", async () => {
  const a = await desk.newTeam();
  const b = await desk.newTeam();
  const foreign = await desk.membership(a.teamId, a.owner);
  for (const act of [
    removeMember,
    (ctx: Parameters<typeof removeMember>[0], by: typeof foreign) => changeRole(ctx, { ...by, role: "viewer" }),
  ]) {
    await expect(desk.as(b.teamId, b.owner, (ctx) => act(ctx, foreign))).rejects.toMatchObject({ code: "not-found" });
  }
  expect((await desk.membership(a.teamId, a.owner)).role).toBe("owner");
});

it.each([
  ["admin", "admin", "member"],
  ["admin", "member", "admin"],
  ["admin", "member", "owner"],
  ["admin", "owner", "viewer"],
  ["member", "viewer", "member"],
  ["member", "member", "admin"],
  ["viewer", "viewer", "owner"],
] as const)("%s may not make %s %s, nor of themselves", async (actorRole, from, to) => {
  const { teamId } = await desk.newTeam();
  const actor = await desk.newMember(teamId, actorRole);
  const other = await desk.newMember(teamId, from);
  await expect(setRole(teamId, actor, other, to)).rejects.toMatchObject({ code: "forbidden" });
  await expect(setRole(teamId, actor, actor, "owner")).rejects.toMatchObject({ code: "forbidden" });
  expect((await desk.membership(teamId, other)).role).toBe(from);
});

it("an admin may not remove an admin or an owner, and a viewer nobody", async () => {
  const { teamId, owner } = await desk.newTeam();
  const [admin, other, viewer] = [
    await desk.newMember(teamId, "admin"),
    await desk.newMember(teamId, "admin"),
    await desk.newMember(teamId, "viewer"),
  ];
  await expect(remove(teamId, admin, other)).rejects.toMatchObject({ code: "forbidden" });
  await expect(remove(teamId, admin, owner)).rejects.toMatchObject({ code: "forbidden" });
  await expect(remove(teamId, viewer, other)).rejects.toMatchObject({ code: "forbidden" });
  await remove(teamId, admin, viewer);
});

it("the last owner can neither leave, be demoted nor removed", async () => {
  const { teamId, owner } = await desk.newTeam();
  const refused = { code: "last-owner" };
  await expect(desk.as(teamId, owner, leaveTeam)).rejects.toMatchObject(refused);
  await expect(setRole(teamId, owner, owner, "admin")).rejects.toMatchObject(refused);
  await expect(remove(teamId, owner, owner)).rejects.toMatchObject(refused);
});

it("of two editors of one role, the second is told", async () => {
  const { teamId, owner } = await desk.newTeam();
  const member = await desk.newMember(teamId, "member");
  const seen = await desk.membership(teamId, member);
  await desk.as(teamId, owner, (ctx) => changeRole(ctx, { ...seen, role: "viewer" }));
  await expect(desk.as(teamId, owner, (ctx) => changeRole(ctx, { ...seen, role: "admin" }))).rejects.toMatchObject({
    code: "conflict",
  });
});

const WAYS_OUT = ["leave", "demote oneself", "demote the other", "remove the other"] as const;
it.each(WAYS_OUT.flatMap((one) => WAYS_OUT.map((other) => [one, other] as const)))(
  "two last owners at once, one to %s, the other to %s: an owner stays",
  async (one, other) => {
    const { teamId, owner } = await desk.newTeam();
    const second = await desk.newMember(teamId, "owner");
    const out = { [owner.id]: second, [second.id]: owner };
    const go = (actor: Member, way: (typeof WAYS_OUT)[number]) => {
      const victim = out[actor.id] ?? actor;
      switch (way) {
        case "leave":
          return desk.as(teamId, actor, leaveTeam);
        case "demote oneself":
          return setRole(teamId, actor, actor, "member");
        case "demote the other":
          return setRole(teamId, actor, victim, "member");
        case "remove the other":
          return remove(teamId, actor, victim);
      }
    };
    const outcomes = await Promise.allSettled([go(owner, one), go(second, other)]);
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await desk.within(teamId, countOwners)).toBe(1);
  },
);
