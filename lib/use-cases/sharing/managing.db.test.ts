import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { listDueReportLinks } from "@/db/directory";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { openJobIn } from "@/lib/auth/open-job";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import { asId, type ReportLinkId, type TeamId } from "@/lib/domain/ids";
import { ROLES } from "@/lib/domain/permissions";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { changeLinkPassword } from "./change-link-password";
import { copyLink } from "./copy-link";
import { MakeLinkInput, publishedLink } from "./link-fields";
import { type MakeCopies, makeLink, readBefore } from "./make-link";
import { linkWorkDue, readIfDue, renewLink } from "./renew-link";
import { refreshLink } from "./refresh-link";
import { revokeLink } from "./revoke-link";
import { rotateLink } from "./rotate-link";
import { switchSharing } from "./switch-sharing";
import { PLAIN } from "./testing/plain-link";
import { sharingDesk } from "./testing/sharing-desk";

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

const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY_MS = 24 * 60 * 60 * 1000;

type Verb = "copy" | "refresh" | "rotate" | "revoke" | "change password";

/** Every verb on a link that is there. */
const VERBS: Readonly<Record<Verb, (ctx: TeamContext, id: ReportLinkId) => Promise<unknown>>> = {
  copy: (ctx: TeamContext, id: ReportLinkId) => copyLink(ctx, desk.means, { id, version: 1 }),
  refresh: (ctx: TeamContext, id: ReportLinkId) => refreshLink(ctx, desk.means, { id, version: 1 }),
  rotate: (ctx: TeamContext, id: ReportLinkId) => rotateLink(ctx, desk.means, { id, version: 1 }),
  revoke: (ctx: TeamContext, id: ReportLinkId) => revokeLink(ctx, { id }),
  "change password": (ctx: TeamContext, id: ReportLinkId) =>
    changeLinkPassword(ctx, desk.means, { id, version: 1, protection: "generated" }),
};
const outcome = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : String(error)),
  );

async function teamWith(sharing: "on" | "members") {
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, (ctx) => switchSharing(ctx, { sharing }));
  const others = [];
  for (const role of ROLES) if (role !== "owner") others.push([role, await desk.newMember(teamId, role)] as const);
  return { teamId, owner, people: [["owner", owner] as const, ...others] };
}

describe.each([
  ["on", ["owner", "admin"]],
  ["members", ["owner", "admin", "member"]],
] as const)("where sharing is %s", (sharing, sharers) => {
  it(`${sharers.join(", ")} make links, and nobody else`, async () => {
    const { teamId, people } = await teamWith(sharing);
    for (const [role, member] of people) {
      const expected = sharers.some((one) => one === role) ? "done" : "forbidden";
      expect(await outcome(desk.make(teamId, member)), role).toBe(expected);
    }
  });

  test.each(Object.entries(VERBS))("%s: owners and admins any link, members at most their own", async (_, verb) => {
    const { teamId, owner, people } = await teamWith(sharing);
    const made = (by: Member) => desk.make(teamId, by, { mode: "live" });
    for (const [role, member] of people) {
      const ofOwner = await made(owner);
      const onOthers = await outcome(desk.as(teamId, member, (ctx) => verb(ctx, ofOwner.id)));
      const may = role === "owner" || role === "admin";
      expect(onOthers === "done", `${role} on another's`).toBe(may);
      if (!sharers.some((one) => one === role)) continue;
      const own = await made(member);
      expect(await outcome(desk.as(teamId, member, (ctx) => verb(ctx, own.id))), `${role} on their own`).toBe("done");
    }
  });
});

test.each(Object.entries(VERBS))("%s: another team's link, and one that nobody has, is not found", async (_, verb) => {
  const [a, b] = [await desk.newTeam(), await desk.newTeam()];
  const { id, token } = await desk.make(a.teamId, a.owner, { mode: "live" });
  for (const foreign of [id, asId<ReportLinkId>("01a211c7-a048-7d09-9d36-e6d840ff960f")]) {
    expect(await outcome(desk.as(b.teamId, b.owner, (ctx) => verb(ctx, foreign)))).toBe("not-found");
  }
  expect((await desk.visit(token)).kind).toBe("open");
});

it("sharing needs a confirmed address", async () => {
  const { teamId, owner } = await desk.newTeam();
  const unconfirmed = { ...owner, emailConfirmed: false };
  expect(await outcome(desk.make(teamId, unconfirmed))).toBe("email-unconfirmed");
});

it("which sites may frame a report is an owner's or admin's to say, and such a report has no password", async () => {
  const { teamId, owner, people } = await teamWith("members");
  const embedOrigins = "https://nordlys.no\nhttps://styret.no:8443";
  const member = people.find(([role]) => role === "member")?.[1] ?? owner;
  expect(await outcome(desk.make(teamId, member, { embedOrigins }))).toBe("forbidden");
  expect(await outcome(desk.make(teamId, owner, { embedOrigins, protection: "generated" }))).toBe("invalid");
  const { id } = await desk.make(teamId, owner, { embedOrigins });
  expect((await desk.link(teamId, id)).embedOrigins).toEqual(["https://nordlys.no", "https://styret.no:8443"]);
  const lock = desk.as(teamId, owner, (ctx) => VERBS["change password"](ctx, id));
  expect(await outcome(lock)).toBe("invalid");
});

test.each([
  ["an origin that is a wildcard", { embedOrigins: "https://*.no" }],
  ["an origin in the clear", { embedOrigins: "http://nordlys.no" }],
  ["a range that is unknown", { range: ["12m", "1000y"] }],
  ["an end without a beginning", { period: "custom", to: "2026-01-01" }],
  ["a year and a day", { days: "366" }],
  ["a field of the row", { revokedAt: "" }],
])("%s is refused", async (_, input) => {
  const { teamId, owner } = await desk.newTeam();
  await expect((async () => desk.make(teamId, owner, input))()).rejects.toThrow();
});

test.each([
  ["short", "password-short"],
  ["passord1", "password-common"],
  ["", "required"],
])("the password «%s» is refused", async (password, code) => {
  const { teamId, owner } = await desk.newTeam();
  const made = desk.make(teamId, owner, { protection: "own", password });
  await expect(made).rejects.toMatchObject({ details: { fields: { password: code } } });
});

it("what a link shows is counted before anything is locked, and is of the moment of the counting", async () => {
  const { teamId, owner } = await desk.newTeam();
  const input = MakeLinkInput.parse({ ...PLAIN, mode: "live" });
  const admin = postgres(server.adminUrl, { max: 1 });
  const makeCopies: MakeCopies = async (...asked) => {
    await admin`select from teams where id = ${teamId} for update nowait`; // as whoever writes in the team takes it
    return desk.means.makeCopies(...asked);
  };
  const means = { ...desk.means, makeCopies };
  const read = await desk.as(teamId, owner, (ctx) => readBefore(ctx, means, publishedLink(input)));
  const { id } = await desk.as(teamId, owner, (ctx) => makeLink(ctx, read, input), later(1_000));
  expect(await desk.link(teamId, id)).toMatchObject({ asOf: NOW, createdAt: later(1_000) });
  await expect(desk.as(teamId, owner, (ctx) => makeLink(ctx, means, input))).rejects.toThrow();

  const tomorrow = later(DAY_MS + 1_000);
  const due = await openJobIn(server.db, teamId, tomorrow, (ctx) => readIfDue(ctx, means, id), "read");
  await openJobIn(server.db, teamId, later(DAY_MS + 2_000), (ctx) => renewLink(ctx, due ?? means, id));
  expect((await desk.link(teamId, id)).asOf).toEqual(tomorrow);
  await admin.end();
});

describe("the daily work", () => {
  const dueAt = async (now: Date) => {
    const due = await server.db.transaction({ teamId: null, access: "read" }, (tx) =>
      listDueReportLinks(tx, linkWorkDue(now)),
    );
    return due.map(({ linkId }) => linkId);
  };
  const renew = (teamId: TeamId, id: ReportLinkId, now: Date) =>
    openJobIn(server.db, teamId, now, (ctx) => renewLink(ctx, desk.means, id));

  it("a live link's copy is renewed when it is a day old, once; a frozen one's never", async () => {
    const { teamId, owner } = await desk.newTeam();
    const live = await desk.make(teamId, owner, { mode: "live" });
    const frozen = await desk.make(teamId, owner);
    const before = await desk.visit(live.token);
    expect(await dueAt(later(DAY_MS - 1))).not.toContain(live.id);
    expect(await dueAt(later(DAY_MS))).toContain(live.id);
    expect(await dueAt(later(DAY_MS))).not.toContain(frozen.id);
    await Promise.all([renew(teamId, live.id, later(DAY_MS)), renew(teamId, live.id, later(DAY_MS))]);
    expect((await desk.link(teamId, live.id)).version).toBe(2);
    expect(await desk.visit(live.token)).not.toEqual(before);
    expect(await dueAt(later(DAY_MS))).not.toContain(live.id);
  });

  it("the creator is told 7 days before the end, once", async () => {
    const { teamId, owner } = await desk.newTeam();
    const { id } = await desk.make(teamId, owner, { days: "30" });
    const at = later(23 * DAY_MS);
    expect(await dueAt(later(23 * DAY_MS - 1))).not.toContain(id);
    expect(await renew(teamId, id, at)).toMatchObject({
      ...{ kind: "link-ends", to: owner.email, report: "Board report", endsAt: later(30 * DAY_MS) },
    });
    expect(await renew(teamId, id, at)).toBeNull();
    expect(await dueAt(at)).not.toContain(id);
  });

  it("nothing is renewed of a link that has ended", async () => {
    const { teamId, owner } = await desk.newTeam();
    const { id } = await desk.make(teamId, owner, { mode: "live" });
    await desk.as(teamId, owner, (ctx) => revokeLink(ctx, { id }));
    expect(await dueAt(later(DAY_MS))).not.toContain(id);
    expect(await renew(teamId, id, later(DAY_MS))).toBeNull();
  });
});
