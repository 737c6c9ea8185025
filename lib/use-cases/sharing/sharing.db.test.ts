import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { eq } from "drizzle-orm";
import { createDatabase } from "@/db/client";
import { listCopies, listLinkViews } from "@/db/queries/report-links";
import { reportLinks } from "@/db/schema/report-links";
import { teams } from "@/db/schema/teams";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { SURFACES } from "@/lib/domain/sharing/link";
import { linkSecretsOf } from "@/lib/auth/link-secrets";
import { openJobIn } from "@/lib/auth/open-job";
import { openShareIn } from "@/lib/auth/open-share";
import { newToken } from "@/lib/token";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { changeRole } from "../members/change-role";
import { removeMember } from "../members/remove-member";
import { changeLinkPassword } from "./change-link-password";
import { copyLink } from "./copy-link";
import { refreshLink } from "./refresh-link";
import { revokeLink } from "./revoke-link";
import { rotateLink } from "./rotate-link";
import { switchSharing } from "./switch-sharing";
import { SECRET, sharingDesk } from "./testing/sharing-desk";
import { countViews } from "./view-batch";

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
const GONE = { kind: "gone" };

async function shared(input: Readonly<Record<string, unknown>> = {}) {
  const { teamId, owner } = await desk.newTeam();
  const made = await desk.make(teamId, owner, input);
  return { teamId, owner, ...made };
}
type Shared = Awaited<ReturnType<typeof shared>>;

async function proofOf({ token, password }: Shared): Promise<string> {
  const answer = await desk.tryPassword({ token, password, address: null });
  if (answer.kind !== "unlocked") throw new Error(answer.kind);
  return answer.proof;
}

describe("what a visitor finds", () => {
  it("an open link shows its stored copy", async () => {
    const { token } = await shared();
    expect(await desk.visit(token)).toMatchObject({ kind: "open", data: expect.stringMatching(/^copy/) });
  });

  it("a token that is unknown, malformed, one sign off or in another's place opens nothing (S7)", async () => {
    const { token } = await shared();
    const off = token.slice(0, 10) + (token[10] === "A" ? "B" : "A") + token.slice(11);
    for (const bad of [newToken(), off, `${token}A`, token.slice(1), ` ${token}`, "", ":key", token.toUpperCase()]) {
      expect(await desk.visit(bad), bad).toEqual(GONE);
    }
  });

  /** What ends a link, each told to all surfaces. */
  const ENDS: Readonly<Record<string, (it: Shared) => Promise<Date | void>>> = {
    "the very instant of its expiry": async () => later(90 * DAY_MS),
    "being revoked": ({ teamId, owner, id }) => desk.as(teamId, owner, (ctx) => revokeLink(ctx, { id })),
    "being rotated": async ({ teamId, owner, id }) => {
      await desk.as(teamId, owner, (ctx) => rotateLink(ctx, desk.means, { id, version: 1 }));
    },
    "sharing switched off": ({ teamId, owner }) =>
      desk.as(teamId, owner, (ctx) => switchSharing(ctx, { sharing: "off" })),
    "the team's deletion": async ({ teamId }) => {
      await desk.within(teamId, ({ tx }) => tx.update(teams).set({ deletedAt: NOW }).where(eq(teams.id, teamId)));
    },
    "its creator's removal": async ({ teamId, owner }) => {
      const second = await desk.newMember(teamId, "owner");
      const row = await desk.membership(teamId, owner);
      await desk.as(teamId, second, (ctx) => removeMember(ctx, row));
    },
    "its creator's demotion": async ({ teamId, owner }) => {
      const second = await desk.newMember(teamId, "owner");
      const row = await desk.membership(teamId, owner);
      await desk.as(teamId, second, (ctx) => changeRole(ctx, { ...row, role: "member" }));
    },
  };

  test.each(Object.entries(ENDS))(
    "after %s every surface is gone, also for whoever had unlocked it (8.1, S2, S16)",
    async (_, end) => {
      const made = await shared({ protection: "generated", csv: "on" });
      const proof = await proofOf(made);
      expect((await desk.visit(made.token, { proof })).kind).toBe("open");
      const now = (await end(made)) ?? NOW;
      for (const surface of SURFACES)
        expect(await desk.visit(made.token, { proof, surface }, now), surface).toEqual(GONE);
    },
  );

  it("until the instant before its expiry it is open", async () => {
    const { token } = await shared();
    expect((await desk.visit(token, {}, later(90 * DAY_MS - 1))).kind).toBe("open");
  });

  it("with a password everything is locked without proof, and says nothing (8.1, S4)", async () => {
    const made = await shared({ protection: "own", password: "kråka-i-treet", csv: "on" });
    for (const surface of ["page", "metadata", "image", "data", "csv", "seen"] as const) {
      expect(await desk.visit(made.token, { surface }), surface).toEqual({ kind: "locked" });
    }
    expect(
      await desk.visit(made.token, { proof: await proofOf({ ...made, password: "kråka-i-treet" }) }),
    ).toMatchObject({
      kind: "open",
    });
  });

  it("the proof is of one link and one password, and ends after a day (S5)", async () => {
    const [one, other] = [await shared({ protection: "generated" }), await shared({ protection: "generated" })];
    const proof = await proofOf(one);
    expect((await desk.visit(other.token, { proof })).kind).toBe("locked");
    for (const forged of [`${proof}A`, proof.replace(/^\d/, "3"), "", "x.y"]) {
      expect((await desk.visit(one.token, { proof: forged })).kind, forged).toBe("locked");
    }
    expect((await desk.visit(one.token, { proof }, later(DAY_MS - 1))).kind).toBe("open");
    expect((await desk.visit(one.token, { proof }, later(DAY_MS))).kind).toBe("locked");
    const { teamId, owner, id } = one;
    const change = { id, version: 1, protection: "generated" } as const;
    const { password } = await desk.as(teamId, owner, (ctx) => changeLinkPassword(ctx, desk.means, change));
    expect((await desk.visit(one.token, { proof })).kind).toBe("locked");
    expect((await desk.visit(one.token, { proof: await proofOf({ ...one, password }) })).kind).toBe("open");
  });
});

describe("what does not come back", () => {
  it("sharing off and on again, or members let in again, revives no link (8.5, S2)", async () => {
    const { teamId, owner, token } = await shared();
    const to = (sharing: "on" | "members" | "off") => desk.as(teamId, owner, (ctx) => switchSharing(ctx, { sharing }));
    await to("off");
    await expect(desk.make(teamId, owner)).rejects.toMatchObject({ code: "forbidden" });
    await to("members");
    expect(await desk.visit(token)).toEqual(GONE);
    const ofMember = await desk.make(teamId, await desk.newMember(teamId, "member"));
    const ofOwner = await desk.make(teamId, owner);
    expect((await desk.visit(ofMember.token)).kind).toBe("open");
    await to("on");
    await to("members");
    expect(await desk.visit(ofMember.token)).toEqual(GONE);
    expect((await desk.visit(ofOwner.token)).kind).toBe("open");
  });

  it("a restart revives nothing: a server that has never seen the link finds an open one, and a revoked one gone (8.5, S2)", async () => {
    const [open, revoked] = [await shared(), await shared()];
    await desk.as(revoked.teamId, revoked.owner, (ctx) => revokeLink(ctx, { id: revoked.id }));
    const started = createDatabase(server.shareUrl, { max: 1 });
    const found = async (token: string) => {
      const visit = { token, proof: null, surface: "page" } as const;
      return (await openShareIn({ db: started, secrets: linkSecretsOf(SECRET) }, visit, NOW, async () => null)).kind;
    };
    expect([await found(open.token), await found(revoked.token)]).toEqual(["open", "gone"]);
    await started.close();
  });

  it("a revoked link has no copy and no sealed token left, and the database refuses to change it", async () => {
    const { teamId, owner, id } = await shared();
    await desk.as(teamId, owner, (ctx) => revokeLink(ctx, { id }));
    await desk.within(teamId, async (db) => {
      expect(await listCopies(db, id)).toEqual([]);
      const [row] = await db.tx
        .select({ sealed: reportLinks.tokenSealed })
        .from(reportLinks)
        .where(eq(reportLinks.id, id));
      expect(row?.sealed).toBeNull();
    });
    const revive = desk.within(teamId, ({ tx }) =>
      tx.update(reportLinks).set({ revokedAt: null }).where(eq(reportLinks.id, id)),
    );
    await expect(revive).rejects.toMatchObject({ fault: { code: "23514" } });
    await expect(desk.as(teamId, owner, (ctx) => revokeLink(ctx, { id }))).rejects.toMatchObject({
      code: "token-used",
    });
  });

  it("rotating gives the same copy and password a new address at once", async () => {
    const made = await shared({ protection: "generated", mode: "live" });
    const { teamId, owner, id, token, password } = made;
    const before = await desk.visit(token, { proof: await proofOf(made) });
    const next = await desk.as(teamId, owner, (ctx) => rotateLink(ctx, desk.means, { id, version: 1 }));
    expect(await desk.visit(token)).toEqual(GONE);
    expect(await desk.visit(next.token, { proof: await proofOf({ ...made, ...next, password }) })).toEqual(before);
    expect((await desk.link(teamId, next.id)).expiresAt).toEqual(later(90 * DAY_MS));
  });

  it("removing a member and taking over keeps the link open, with the remover as its creator (S16)", async () => {
    const { teamId, owner } = await desk.newTeam();
    const admin = await desk.newMember(teamId, "admin");
    const { id, token } = await desk.make(teamId, admin);
    const row = await desk.membership(teamId, admin);
    await desk.as(teamId, owner, (ctx) => removeMember(ctx, { ...row, takesOver: true }));
    expect((await desk.visit(token)).kind).toBe("open");
    expect((await desk.link(teamId, id)).createdBy).toBe(owner.id);
  });
});

it("a visitor whom two servers saw on the same day is one view, on the next day another (S14)", async () => {
  const { teamId, owner, id } = await shared();
  const see = (onDate: string, marks: readonly string[]) =>
    openJobIn(server.db, teamId, NOW, (ctx) => countViews(ctx, { teamId, linkId: id, onDate, marks }));
  await Promise.all([
    see("2026-11-23", ["first", "second"]),
    see("2026-11-23", ["first"]),
    see("2026-11-24", ["first"]),
  ]);
  await see("2026-11-24", ["first"]);
  const [row] = await desk.as(teamId, owner, ({ db }) => listLinkViews(db));
  expect(row).toMatchObject({ linkId: id, views: 3, lastOn: "2026-11-24" });
});

describe("the copies", () => {
  it("a live link's change only at refresh, a frozen one's never (8.4)", async () => {
    const live = await shared({ mode: "live" });
    const before = await desk.visit(live.token);
    expect(await desk.visit(live.token, {}, later(3 * DAY_MS))).toEqual(before);
    const { teamId, owner, id } = live;
    const refresh = (seen: { id: typeof id; version: number }) => (ctx: Parameters<typeof refreshLink>[0]) =>
      refreshLink(ctx, desk.means, seen);
    await desk.as(teamId, owner, refresh({ id, version: 1 }), later(DAY_MS));
    expect(await desk.visit(live.token)).not.toEqual(before);
    expect((await desk.link(teamId, id)).asOf).toEqual(later(DAY_MS));
    await expect(desk.as(teamId, owner, refresh({ id, version: 1 }))).rejects.toMatchObject({ code: "conflict" });
    const frozen = await shared();
    const again = desk.as(frozen.teamId, frozen.owner, refresh({ id: frozen.id, version: 1 }));
    await expect(again).rejects.toMatchObject({ code: "forbidden" });
  });

  it("copying gives the token that was made", async () => {
    const { teamId, owner, id, token } = await shared();
    const copied = await desk.as(teamId, owner, (ctx) => copyLink(ctx, desk.means, { id, version: 1 }));
    expect(copied).toEqual({ token, isFramed: false });
  });
});
