import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { changeLocale } from "./change-locale";
import { changeName } from "./change-name";
import { changePassword } from "./change-password";
import { endOwnSession } from "./end-session";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { accountDesk, PASSWORD, refusal } from "./testing/account-desk";

const NEW_PASSWORD = "måker over brygga";

let server: TestDatabase;
let desk: ReturnType<typeof accountDesk>;

beforeAll(async () => {
  server = await testDatabase();
  desk = accountDesk(server.db);
});
afterAll(() => server.drop());

it("a changed password ends every session, the one at hand too, and the letters for a reset", async () => {
  const { id, email } = await desk.signedUp();
  const [other, ctx] = [await desk.newSession(id), await desk.signedIn(id)];
  await requestPasswordReset(ctx, { email });
  const token = desk.lastToken("reset-password", email);
  await changePassword(ctx, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
  expect([await desk.session(other), await desk.session(ctx.session.id)]).toEqual([null, null]);
  expect(await refusal(signIn(desk.ctx, { email, password: NEW_PASSWORD }))).toBe("done");
  expect(await refusal(resetPassword(desk.ctx, { token, password: PASSWORD }))).toBe("token-used");
});

it("the wrong current password changes nothing, and is counted", async () => {
  const { id } = await desk.signedUp();
  const ctx = await desk.signedIn(id);
  const attempt = () => refusal(changePassword(ctx, { currentPassword: "feil setning", newPassword: NEW_PASSWORD }));
  for (let tries = 0; tries < 10; tries += 1) expect(await attempt()).toEqual({ currentPassword: "login" });
  expect(await attempt()).toBe("too-many");
  expect(await desk.session(ctx.session.id)).not.toBeNull();
});

it("of two changes at once, one counts and the other is told", async () => {
  const { id, email } = await desk.signedUp();
  const ctx = await desk.signedIn(id);
  const passwords = ["første nye setning", "andre nye setning"];
  const change = (newPassword: string) => refusal(changePassword(ctx, { currentPassword: PASSWORD, newPassword }));
  expect((await Promise.all(passwords.map(change))).toSorted()).toEqual(["conflict", "done"]);
  const signIns = passwords.map((password) => refusal(signIn(desk.ctx, { email, password })));
  expect(await Promise.all(signIns)).toContain("done");
});

it("one ends one's own sessions, and nobody else's", async () => {
  const [kari, ola] = [await desk.signedUp(), await desk.signedUp()];
  const ctx = await desk.signedIn(kari.id);
  const [own, foreign] = [await desk.newSession(kari.id), await desk.newSession(ola.id)];
  expect(await refusal(endOwnSession(ctx, { session: own }))).toBe("done");
  expect(await refusal(endOwnSession(ctx, { session: foreign }))).toBe("not-found");
  expect(await desk.session(own)).toBeNull();
  expect(await desk.session(foreign)).not.toBeNull();
});

it("a new name stands in every team that one is a member of, and nobody else's there changes", async () => {
  const teams = teamDesk(server.db);
  const [first, second] = [await teams.newTeam(), await teams.newTeam()];
  const both = await teams.newMember(first.teamId, "member");
  await teams.join(second.teamId, both, "viewer");
  await changeName(await desk.signedIn(both.id), { name: "Ny Navnesen" });
  for (const { teamId, owner } of [first, second]) {
    expect(await teams.membership(teamId, both)).toMatchObject({ name: "Ny Navnesen", version: 2 });
    expect(await teams.membership(teamId, owner)).toMatchObject({ name: owner.name, version: 1 });
  }
});

it("name and language are one's own", async () => {
  const [kari, ola] = [await desk.signedUp(), await desk.signedUp()];
  const before = await desk.user(ola.id);
  const ctx = await desk.signedIn(kari.id);
  await changeName(ctx, { name: "Kari Nordmann" });
  await changeLocale(ctx, { locale: "en" });
  expect(await desk.user(kari.id)).toMatchObject({ name: "Kari Nordmann", locale: "en" });
  expect(await desk.user(ola.id)).toEqual(before);
});
