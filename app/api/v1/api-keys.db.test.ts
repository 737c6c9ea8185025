import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiKeys } from "@/db/schema/api-keys";
import { rateLimits } from "@/db/schema/users";
import { updateMember } from "@/db/mutations/members";
import { GET as stages } from "./stages/route";
import { apiDesk } from "@/lib/api/testing/api-desk";
import { hashToken } from "@/lib/token";
import { answerOnce } from "@/lib/use-cases/api-keys/answer-once";
import { revokeApiKey } from "@/lib/use-cases/api-keys/revoke-api-key";

let api: Awaited<ReturnType<typeof apiDesk>>;
beforeAll(async () => {
  api = await apiDesk();
});
afterAll(() => api.end());

const statusOf = async (key: string) => (await api.ask(stages, "/stages", { key })).status;

it("a key is stored as its SHA-256 and its last 4 characters, and nowhere as itself", async () => {
  const { id, key } = await api.keyOf(api.ours);
  const [row] = await api.desk.within(api.ours.teamId, ({ tx }) => tx.select().from(apiKeys).where(eq(apiKeys.id, id)));
  expect(row).toMatchObject({ tokenHash: hashToken(key), hint: key.slice(-4), lastUsedOn: null });
  expect(JSON.stringify(row)).not.toContain(key.slice(4));
  expect(await statusOf(key)).toBe(200);
  const used = await api.desk.within(api.ours.teamId, ({ tx }) =>
    tx.select({ on: apiKeys.lastUsedOn }).from(apiKeys).where(eq(apiKeys.id, id)),
  );
  expect(used).toEqual([{ on: new Date().toISOString().slice(0, 10) }]);
});

it("a revoked key opens nothing from the next request on; another team's cannot be revoked", async () => {
  const { id, key } = await api.keyOf(api.ours);
  const byThem = api.desk.as(api.theirs.teamId, api.theirs.owner, (ctx) => revokeApiKey(ctx, { id }));
  await expect(byThem).rejects.toMatchObject({ code: "not-found" });
  expect(await statusOf(key)).toBe(200);
  await api.desk.as(api.ours.teamId, api.ours.owner, (ctx) => revokeApiKey(ctx, { id }));
  expect(await statusOf(key)).toBe(401);
});

it("a key stops when its maker is no admin any more, and opens again when they are", async () => {
  const maker = await api.desk.newMember(api.ours.teamId, "admin");
  const { key } = await api.keyOf({ ...api.ours, owner: maker });
  expect(await statusOf(key)).toBe(200);
  for (const [role, status] of [
    ["member", 401],
    ["viewer", 401],
    ["admin", 200],
  ] as const) {
    const member = await api.desk.membership(api.ours.teamId, maker);
    await api.desk.within(api.ours.teamId, (db) => updateMember(db, member, { role }));
    expect(await statusOf(key)).toBe(status);
  }
});

it("the 601st request of a minute is refused, and told when to come again", async () => {
  const { id, key } = await api.keyOf(api.ours);
  await statusOf(key);
  // Both this minute's count and the next one's, in case it turns.
  const next = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 60_000);
  await api.server.db.transaction({ teamId: null, access: "write" }, async (tx) => {
    await tx.update(rateLimits).set({ count: 600 });
    const [{ key: counted } = { key: "" }] = await tx
      .select()
      .from(rateLimits)
      .where(like(rateLimits.key, `%${id}%`));
    await tx.insert(rateLimits).values({ key: counted, windowStart: next, count: 600 });
  });
  const answer = await api.ask(stages, "/stages", { key });
  expect([answer.status, answer.body["code"]]).toEqual([429, "too-many"]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("ratelimit-remaining")).toBe("0");
});

it("one idempotency key 5 times at once: 1 effect, the same answer; another request is refused; another team's is its own", async () => {
  let effects = 0;
  const once = (team: typeof api.ours, requestHash: string, now?: Date) =>
    api.desk.as(
      team.teamId,
      team.owner,
      (ctx) =>
        answerOnce(ctx, { key: "k", requestHash }, async () => {
          effects += 1;
          return { status: 201, response: `{"n":${effects}}` };
        }),
      now,
    );
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => once(api.ours, "a")));
  expect(effects).toBe(1);
  expect(new Set(answers.map(({ response }) => response))).toEqual(new Set(['{"n":1}']));
  await expect(once(api.ours, "b")).rejects.toMatchObject({ code: "request-mismatch" });
  await once(api.theirs, "b");
  expect(effects).toBe(2);
  await once(api.ours, "b", new Date("2026-11-25T12:00:00Z"));
  expect(effects).toBe(3);
});
