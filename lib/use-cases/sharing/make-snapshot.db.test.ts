import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { findCopy } from "@/db/queries/shared-link";
import { openShareIn } from "@/lib/auth/open-share";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import type { CopyPlace } from "@/lib/domain/sharing/link";
import { importDesk } from "@/lib/use-cases/import/testing/import-desk";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { MakeLinkInput } from "./link-fields";
import { makeLink } from "./make-link";
import { makeSnapshot } from "./make-snapshot";
import { refreshLink } from "./refresh-link";
import { readCopy } from "./shared-report-schema";
import { PLAIN } from "./testing/plain-link";
import { sharingDesk } from "./testing/sharing-desk";

let server: TestDatabase;
let desk: ReturnType<typeof sharingDesk>;
let team: { readonly teamId: TeamId; readonly owner: Member };
beforeAll(async () => {
  server = await testDatabase();
  desk = sharingDesk(server);
  team = await desk.newTeam();
  await desk.as(team.teamId, team.owner, addSampleData);
});
afterAll(async () => {
  await desk.close();
  await server.drop();
});

const DAY_MS = 24 * 60 * 60 * 1000;

function make(input: Readonly<Record<string, unknown>> = {}) {
  const means = { ...desk.means, makeCopies: makeSnapshot };
  return desk.as(team.teamId, team.owner, (ctx) => makeLink(ctx, means, MakeLinkInput.parse({ ...PLAIN, ...input })));
}

/** As a visitor has it: through the door, on the role of visitors. */
async function seen(token: string, place: CopyPlace = { range: 0, channel: 0 }): Promise<string> {
  const visit = { token, proof: null, surface: "page" } as const;
  const means = { db: desk.share, secrets: desk.secrets };
  const answer = await openShareIn(means, visit, NOW, ({ db, link }) => findCopy(db, link.id, place));
  if (answer.kind !== "open" || answer.data === null) throw new Error("nothing to see");
  return answer.data;
}

describe("what a visitor is given", () => {
  it("is every listed range, and every channel of each where it may be narrowed", async () => {
    const { token } = await make({ range: ["90d"], mayNarrow: "on" });
    const whole = readCopy(await seen(token));
    expect([whole.periodKey, whole.narrowedTo, whole.blocks[0]]).toEqual(["12m", 0, "reach"]);
    expect(whole.narrowing.length).toBeGreaterThan(2);
    for (const [range, key] of ["12m", "90d"].entries()) {
      for (const channel of [0, whole.narrowing.length - 1]) {
        const copy = readCopy(await seen(token, { range, channel: channel + 1 }));
        expect(copy).toMatchObject({ periodKey: key, narrowedTo: channel + 1, narrowing: whole.narrowing });
        expect(copy.filters.channels).toEqual([whole.narrowing[channel]]);
      }
    }
    await expect(seen(token, { range: 2, channel: 0 })).rejects.toThrow("nothing to see");
    await expect(seen(token, { range: 0, channel: whole.narrowing.length + 1 })).rejects.toThrow("nothing to see");
  });

  it("of one channel it is all that its own report has: months or quarters, stages, reasons and times, that add up to the whole", async () => {
    const { token } = await make({ mayNarrow: "on", money: "on", hideSmall: undefined });
    const whole = readCopy(await seen(token));
    const copies = await Promise.all(whole.narrowing.map(async (_, i) => readCopy(await seen(token, { range: 0, channel: i + 1 })))); // prettier-ignore
    const total = (of: (copy: typeof whole) => readonly unknown[]) =>
      [whole, ...copies].map((copy) => of(copy).reduce<number>((all, count) => all + Number(count), 0));
    for (const [all, ...parts] of [
      total(({ trend }) => (trend?.rows ?? []).map(({ rates }) => rates.qualificationRate.hits)),
      total(({ reach }) => (reach?.steps ?? []).map(({ leads }) => leads)),
      total(({ losses }) => (losses?.reasons ?? []).map(({ lost }) => lost)),
      total(({ losses }) => (losses?.stages ?? []).map(({ lost }) => lost)),
      total(({ money }) => (money?.rows ?? []).flatMap(({ isTotal, value }) => (isTotal ? [] : [value.minor ?? 0]))),
    ]) {
      expect(all).toBeGreaterThan(50);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    }
    expect(copies.filter(({ times }) => times?.some(({ medianDays }) => medianDays !== null)).length).toBeGreaterThan(
      2,
    );
    const [first] = copies;
    expect(first).toMatchObject({ blocks: whole.blocks, owners: null });
    expect(first?.losses?.reasons.map(({ name }) => name)).toEqual(whole.losses?.reasons.map(({ name }) => name));
  });

  it("holds no id, and nothing of any customer or member, whatever is ticked but the names of those responsible (8.2, S3)", async () => {
    const all = { range: [], mayNarrow: "on", csv: "on", money: "on", nameInPreview: "on", hideSmall: undefined };
    const { token } = await make(all);
    const whole = await seen(token);
    const copies = [whole, ...(await Promise.all(readCopy(whole).narrowing.map((_, i) => seen(token, { range: 0, channel: i + 1 }))))]; // prettier-ignore
    expect(readCopy(whole)).toMatchObject({ hidesSmall: false, isHiding: false, owners: null });
    expect(readCopy(whole).money?.rows.length).toBeGreaterThan(1);
    const personal = await personalTexts();
    expect(personal.length).toBeGreaterThan(500);
    for (const copy of copies) {
      expect(copy).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      for (const text of personal) expect(copy.includes(text), text).toBe(false);
    }
    const named = readCopy(await seen((await make({ owners: "on" })).token));
    expect(named.owners?.map(({ name }) => name)).toContain(team.owner.name);
  });

  it("prints no count of 1 to 4 unless it was said to, and marks what it leaves out (8.3, S3)", async () => {
    const { token } = await make({ period: "90d" });
    const copy = await seen(token);
    expect(readCopy(copy)).toMatchObject({ hidesSmall: true, isHiding: true });
    expect(copy).not.toMatch(
      /"(hits|trials|lost|leads|open|direct|sold|customers|deals|notAFit|qualified\w*)":[1-4]\b/,
    );
  });
});

describe("time", () => {
  it("a frozen copy has the same digest for ever; a live one is made anew when asked, as of then (8.4)", async () => {
    const [frozen, live] = [await make(), await make({ mode: "live" })];
    const digest = async (token: string) =>
      createHash("sha256")
        .update(await seen(token))
        .digest("hex");
    const before = { frozen: await digest(frozen.token), live: readCopy(await seen(live.token)) };
    await desk.as(team.teamId, team.owner, ({ db }) => db.tx.execute("update channels set name = name || ' AS'"));
    expect(await digest(frozen.token)).toBe(before.frozen);
    expect(readCopy(await seen(live.token))).toEqual(before.live);
    const later = new Date(NOW.getTime() + DAY_MS);
    const refresh = { ...desk.means, makeCopies: makeSnapshot };
    await desk.as(team.teamId, team.owner, (ctx) => refreshLink(ctx, refresh, { id: live.id, version: 1 }), later);
    const after = readCopy(await seen(live.token));
    expect(after.asOf).toBe(later.toISOString());
    expect(after.channels.every(({ name }) => name === null || name.endsWith(" AS"))).toBe(true);
    expect(await digest(frozen.token)).toBe(before.frozen);
  });
});

it("a frozen link has the same figures and digest after 1,000 leads came in, and after each was taken back; so has a live one that nobody renews (8.4)", async () => {
  const [frozen, live] = [await make({ mayNarrow: "on" }), await make({ mode: "live" })];
  const places = readCopy(await seen(frozen.token)).narrowing.map((_, i) => ({ range: 0, channel: i + 1 }));
  const all = async () => Promise.all([{ range: 0, channel: 0 }, ...places].map((place) => seen(frozen.token, place)));
  const [before, liveBefore] = [await all(), await seen(live.token)];
  const desks = importDesk(server.db);
  const rows = Array.from({ length: 1_000 }, (_, n) => `a${n},Kunde ${n},2026-10-01`).join("\n");
  const batch = await desks.import(team, "leads", `id,name,dato\n${rows}`);
  expect(batch.counts).toMatchObject({ create: 1_000 });
  expect(await all()).toEqual(before);
  expect(await seen(live.token)).toBe(liveBefore);
  await desks.undo(team, batch.id);
  expect(await all()).toEqual(before);
  expect(await seen(live.token)).toBe(liveBefore);
});

/** Every text of a person in the team, as the tables hold it. */
async function personalTexts(): Promise<readonly string[]> {
  const admin = postgres(server.adminUrl, { max: 1 });
  const rows = await admin<{ text: string }[]>`
    select distinct text from leads, lateral unnest(array[name, company, email, phone, note]) as text
    where length(text) > 3
    union select name from opportunities where length(name) > 3
    union select name from memberships union select email from users`;
  await admin.end();
  return rows.map(({ text }) => text);
}
