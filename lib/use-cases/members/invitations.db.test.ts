import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listPendingInvitations } from "@/db/queries/members";
import { teams } from "@/db/schema/teams";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { InviteContext } from "@/lib/auth/open-invite";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/permissions";
import { newToken } from "@/lib/token";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { joinWithNewAccount } from "./join-with-new-account";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

let database: TestDatabase;
let desk: ReturnType<typeof teamDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = teamDesk(database.db);
});
afterAll(async () => database.drop());

const invite = (teamId: TeamId, by: Member, email: string, role: Role = "member", now = NOW) =>
  desk.as(teamId, by, (ctx) => inviteMember(ctx, { email, role }), now);
const accept = (token: string, guest: Member, now = NOW) =>
  desk.invited(token, (ctx: InviteContext) => acceptInvitation(ctx, guest), now);
const dead = { code: "token-used" };
const days = (n: number) => new Date(NOW.getTime() + n * 24 * 60 * 60 * 1000);

it("the invited address joins at the stored role, once, and the letter names inviter and team", async () => {
  const { teamId, owner } = await desk.newTeam();
  const guest = await desk.newUser();
  const { token, letter } = await invite(teamId, owner, guest.email, "admin");
  expect(letter).toMatchObject({ kind: "invitation", to: guest.email, who: owner.name, team: "Nordlys", token });
  await accept(token, guest);
  expect((await desk.membership(teamId, guest)).role).toBe("admin");
  await expect(accept(token, guest)).rejects.toMatchObject(dead);
});

it("of two who accept at once, one does", async () => {
  const { teamId, owner } = await desk.newTeam();
  const guest = await desk.newUser();
  const { token } = await invite(teamId, owner, guest.email);
  const outcomes = await Promise.allSettled([accept(token, guest), accept(token, guest)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

it("another account, and an unconfirmed one, is refused and does not use the link up", async () => {
  const { teamId, owner } = await desk.newTeam();
  const guest = await desk.newUser();
  const { token } = await invite(teamId, owner, guest.email);
  await expect(accept(token, await desk.newUser())).rejects.toMatchObject({ code: "forbidden" });
  await expect(accept(token, { ...guest, emailConfirmed: false })).rejects.toMatchObject({
    code: "email-unconfirmed",
  });
  await accept(token, guest);
});

it("unknown, misspelt, expired, revoked, replaced: the link opens nothing", async () => {
  const { teamId, owner } = await desk.newTeam();
  const guest = await desk.newUser();
  const first = await invite(teamId, owner, guest.email);
  const second = await invite(teamId, owner, guest.email);
  await expect(accept(first.token, guest)).rejects.toMatchObject(dead);
  await expect(accept(newToken(), guest)).rejects.toMatchObject(dead);
  await expect(accept(`${second.token} `, guest)).rejects.toMatchObject(dead);
  await expect(accept(second.token, guest, days(7))).rejects.toMatchObject(dead);
  const [pending] = await desk.within(teamId, (db) => listPendingInvitations(db, NOW));
  if (!pending) throw new Error("nothing pending");
  await desk.as(teamId, owner, (ctx) => revokeInvitation(ctx, pending));
  await expect(accept(second.token, guest)).rejects.toMatchObject(dead);
});

it("an inviter who may no longer invite, or is gone, lets nobody in", async () => {
  const { teamId, owner } = await desk.newTeam();
  const [demoted, removed] = [await desk.newMember(teamId, "admin"), await desk.newMember(teamId, "admin")];
  const [a, b] = [await desk.newUser(), await desk.newUser()];
  const ofDemoted = await invite(teamId, demoted, a.email);
  const ofRemoved = await invite(teamId, removed, b.email);
  const rows = [await desk.membership(teamId, demoted), await desk.membership(teamId, removed)] as const;
  await desk.as(teamId, owner, (ctx) => changeRole(ctx, { ...rows[0], role: "member" }));
  await desk.as(teamId, owner, (ctx) => removeMember(ctx, rows[1]));
  await expect(accept(ofDemoted.token, a)).rejects.toMatchObject(dead);
  await expect(accept(ofRemoved.token, b)).rejects.toMatchObject(dead);
});

it("a team that is being deleted lets nobody in", async () => {
  const { teamId, owner } = await desk.newTeam();
  const guest = await desk.newUser();
  const { token } = await invite(teamId, owner, guest.email);
  await desk.within(teamId, ({ tx }) => tx.update(teams).set({ deletedAt: NOW }).where(eq(teams.id, teamId)));
  await expect(accept(token, guest)).rejects.toMatchObject(dead);
});

it.each([
  ["admin", "admin"],
  ["admin", "owner"],
  ["member", "viewer"],
  ["viewer", "viewer"],
] as const)("%s may not invite %s", async (role, to) => {
  const { teamId } = await desk.newTeam();
  const inviter = await desk.newMember(teamId, role);
  await expect(invite(teamId, inviter, "ny@nordlys.no", to)).rejects.toMatchObject({ code: "forbidden" });
});

it("inviting needs a confirmed address, and a member is not invited again", async () => {
  const { teamId, owner } = await desk.newTeam();
  const unconfirmed = { ...owner, emailConfirmed: false };
  await expect(invite(teamId, unconfirmed, "ny@nordlys.no")).rejects.toMatchObject({ code: "email-unconfirmed" });
  await expect(invite(teamId, owner, owner.email)).rejects.toMatchObject({
    details: { fields: { email: "already-member" } },
  });
});

it("whoever was removed and is invited again gets their own place back, in the new role", async () => {
  const { teamId, owner } = await desk.newTeam();
  const member = await desk.newMember(teamId, "admin");
  const before = await desk.membership(teamId, member);
  await desk.as(teamId, owner, (ctx) => removeMember(ctx, before));
  const { token } = await invite(teamId, owner, member.email, "viewer");
  await accept(token, member);
  expect(await desk.membership(teamId, member)).toMatchObject({ id: before.id, role: "viewer", removedAt: null });
});

it("a new account made by the link is confirmed and a member; an address with an account is not made again", async () => {
  const { teamId, owner } = await desk.newTeam();
  const email = "ola@fjelltopp.no";
  const { token } = await invite(teamId, owner, email);
  const join = () =>
    desk.invited(token, (ctx) =>
      joinWithNewAccount(ctx, { name: "Ola", password: "plystrende grevling" }, { passwordHash: "x", locale: "nb" }),
    );
  const id = await join();
  expect(await desk.user(id)).toMatchObject({ email, emailConfirmedAt: NOW });
  await expect(join()).rejects.toMatchObject(dead);
  const known = await desk.newUser();
  const toKnown = await invite(teamId, owner, known.email);
  await expect(
    desk.invited(toKnown.token, (ctx) =>
      joinWithNewAccount(ctx, { name: "Ola", password: "plystrende grevling" }, { passwordHash: "x", locale: "nb" }),
    ),
  ).rejects.toMatchObject({ code: "conflict" });
});

it("five letters a day to one address, and no more", async () => {
  const { teamId, owner } = await desk.newTeam();
  for (let n = 0; n < 5; n += 1) await invite(teamId, owner, "mange@nordlys.no");
  await expect(invite(teamId, owner, "mange@nordlys.no")).rejects.toMatchObject({ code: "too-many" });
  await invite(teamId, owner, "mange@nordlys.no", "member", days(2));
});

it("fifty invitations wait at most", async () => {
  const { teamId, owner } = await desk.newTeam();
  for (let n = 0; n < 50; n += 1) await invite(teamId, owner, `en${n}@nordlys.no`);
  await expect(invite(teamId, owner, "en50@nordlys.no")).rejects.toMatchObject({ code: "too-many" });
});

it("another team's invitation is not found, and the list of one's own shows no token", async () => {
  const a = await desk.newTeam();
  const b = await desk.newTeam();
  const { token } = await invite(a.teamId, a.owner, "gjest@nordlys.no");
  const [pending] = await desk.within(a.teamId, (db) => listPendingInvitations(db, NOW));
  if (!pending) throw new Error("nothing pending");
  await expect(desk.as(b.teamId, b.owner, (ctx) => revokeInvitation(ctx, pending))).rejects.toMatchObject({
    code: "not-found",
  });
  expect(JSON.stringify(pending)).not.toMatch(new RegExp(`${token}|[0-9a-f]{64}`));
});
